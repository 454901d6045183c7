package io.github.incidentadvisor.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as it is written. How two of them are ordered depends on the ecosystem and is not decided here.
 *
 * @param text as declared or resolved; empty only in {@link #NONE}
 */
public record Version(String text) {
    /** No version: the thing is absent on this side. */
    public static final Version NONE = new Version("");

    private static final int PIN_SHOWN = 7;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|(?=.*[a-f])[0-9a-f]{7,40}");
    private static final Pattern NUMBERS = Pattern.compile("v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?.*", Pattern.DOTALL);

    public Version {
        text = text.strip();
    }

    /** Whether there is a version. */
    public boolean isKnown() {
        return !text.isEmpty();
    }

    /** What a tag names and a digest or commit pins: {@code text@digest}, so that another content under one tag is a change. */
    public static Version pinned(String text, String digest) {
        return new Version(digest.isEmpty() || digest.equals(text) ? text : text + "@" + digest);
    }

    /** The version without what pins it. */
    public Version unpinned() {
        int at = text.indexOf('@');
        return at <= 0 ? this : new Version(text.substring(0, at));
    }

    /** The digest or commit that pins it; empty when there is none. */
    public String pin() {
        int at = text.indexOf('@');
        return at <= 0 ? "" : text.substring(at + 1);
    }

    /** For people: of what pins it only as much as tells two apart. */
    public String brief() {
        String pin = pin().replaceFirst("^[a-z0-9]+:", "");
        return pin.isEmpty() ? text : unpinned().text + "@" + pin.substring(0, Math.min(PIN_SHOWN, pin.length()));
    }

    /** How far {@code to} is from this, by the first number that differs; {@link Step#OTHER} when one has no numbers. */
    public Step stepTo(Version to) {
        if (isCommit() || to.isCommit()) {
            return text.equals(to.text) ? Step.NONE : Step.OTHER;
        }
        Matcher a = NUMBERS.matcher(text);
        Matcher b = NUMBERS.matcher(to.text);
        if (!a.matches() || !b.matches()) {
            return text.equals(to.text) ? Step.NONE : Step.OTHER;
        }
        for (Step step : new Step[] {Step.MAJOR, Step.MINOR, Step.PATCH}) {
            int group = step.ordinal();
            if (!number(a, group).equals(number(b, group))) {
                return step;
            }
        }
        return text.equals(to.text) ? Step.NONE : Step.OTHER;
    }

    /** Whether it is the name of a commit, whose digits count nothing. */
    private boolean isCommit() {
        return COMMIT.matcher(text).matches();
    }

    private static String number(Matcher numbers, int group) {
        String digits = numbers.group(group);
        return digits == null ? "0" : digits.replaceFirst("^0+(?=.)", "");
    }

    @Override
    public String toString() {
        return text;
    }

    /** The size of a version change as its numbers say; what it means is the publisher's habit, not a promise. */
    public enum Step {
        NONE,
        MAJOR,
        MINOR,
        PATCH,
        /** The numbers agree and only a qualifier differs, or one side has no numbers. */
        OTHER
    }
}
