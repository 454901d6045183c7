package io.github.incidentadvisor.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Boxes that people ticked in a to-do list of ours: they stay ticked when the list is written anew, wherever they then stand. */
public final class Ticks {
    private static final Pattern BOX = Pattern.compile(
            "^([ \\t]*[-*] \\[)([ xX])(\\] .*<!-- id:([a-z0-9-]{1,40}) -->)[ \\t]*$", Pattern.MULTILINE);

    private Ticks() {}

    /** {@code text} with each box ticked that is ticked in {@code earlier} under the same id. */
    public static String kept(String earlier, String text) {
        Set<String> ticked = new HashSet<>();
        Matcher before = BOX.matcher(earlier.replace("\r\n", "\n"));
        while (before.find()) {
            if (before.group(2).toLowerCase(Locale.ROOT).equals("x")) {
                ticked.add(before.group(4));
            }
        }
        return BOX.matcher(text).replaceAll(box -> {
            String mark = ticked.contains(box.group(4)) ? "x" : box.group(2);
            return Matcher.quoteReplacement(box.group(1) + mark + box.group(3));
        });
    }
}
