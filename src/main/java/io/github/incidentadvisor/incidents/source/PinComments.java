package io.github.incidentadvisor.incidents.source;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.incidents.Fact;
import io.github.incidentadvisor.incidents.Fact.Kind;
import io.github.incidentadvisor.incidents.Incident;
import io.github.incidentadvisor.incidents.IncidentSource;
import io.github.incidentadvisor.incidents.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comments beside versions in POMs that say why a version must not move: "do not upgrade, see #123". */
public final class PinComments implements IncidentSource {
    private static final String NAME = "comments beside versions";
    private static final long LONGEST = 1L << 20;
    private static final int LONGEST_COMMENT = 2_000;
    private static final Pattern COMMENT = Pattern.compile("<!--([\\s\\S]{4," + LONGEST_COMMENT + "}?)-->");
    private static final Pattern SAYS_PIN = Pattern.compile(
            "(?i)\\b(?:do not|don't|dont|never|must not|cannot|can't|can not|should not|won't)\\b[^.]{0,40}\\b(?:upgrad|updat|bump|rais|mov|newer|chang)\\w*"
                    + "|\\b(?:pinned?|pinning|held back|hold back|stay (?:on|at|with)|keep (?:at|on|this)|stick (?:to|with)|locked (?:to|at)|downgraded?|last version)\\b"
                    + "|\\b(?:breaks?|broken|fails?|regression|incompatible|not compatible)\\b[^.]{0,60}\\d+\\.\\d+");
    private static final Pattern PROPERTY = Pattern.compile("^\\s*<([\\w.-]{2,80})>\\s*([^<\\s]{1,60})\\s*</\\1>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([\\w.-]{1,120})\\s*</artifactId>");
    private static final Pattern GROUP = Pattern.compile("<groupId>\\s*([\\w.-]{1,120})\\s*</groupId>");
    private static final Pattern VERSION = Pattern.compile("<version>\\s*([^<\\s]{1,60})\\s*</version>");
    private static final int NEXT = 400;

    private final Tree tree;

    public PinComments(Tree tree) {
        this.tree = tree;
    }

    @Override
    public Listing list() {
        List<Entry> entries = new ArrayList<>();
        for (Tree.Entry entry : tree.entries()) {
            if ((entry.path().equals("pom.xml") || entry.path().endsWith("/pom.xml")) && entry.size() <= LONGEST) {
                entries.add(new PomEntry(entry));
            }
        }
        return new Listing(entries, List.of());
    }

    private final class PomEntry implements Entry {
        private final Tree.Entry file;

        PomEntry(Tree.Entry file) {
            this.file = file;
        }

        @Override
        public String key() {
            return "pin 1 " + file.path() + "@" + file.id();
        }

        @Override
        public Harvest read() {
            String text = new String(tree.read(file), StandardCharsets.UTF_8);
            List<Incident> pins = new ArrayList<>();
            Matcher comment = COMMENT.matcher(text);
            while (comment.find()) {
                String words = comment.group(1).replaceAll("\\s+", " ").strip();
                if (SAYS_PIN.matcher(words).find()) {
                    pin(words, text, comment.start(), comment.end(), pins);
                }
            }
            return new Harvest(pins, List.of());
        }

        private void pin(String words, String text, int start, int end, List<Incident> pins) {
            String after = text.substring(end, Math.min(text.length(), end + NEXT));
            String name;
            String version;
            Matcher property = PROPERTY.matcher(after);
            Matcher artifact = ARTIFACT.matcher(after);
            Matcher is = VERSION.matcher(after);
            if (property.find() && property.group(2).matches("v?\\d.*")) {
                name = property.group(1).replaceFirst("^version[.-]|[.-]version$|Version$", "");
                version = property.group(2);
            } else if (artifact.find() && is.find()) {
                Matcher group = GROUP.matcher(after);
                name = (group.find() ? group.group(1) + ":" : "") + artifact.group(1);
                version = is.group(1);
            } else {
                return;
            }
            int line = (int) text.substring(0, start).lines().count();
            String title = name + " stays at " + version;
            String body = "# " + title + "\n\nSaid beside it in " + file.path() + ":\n\n";
            pins.add(new Incident(
                    file.path() + ":" + Math.max(1, line),
                    title,
                    "",
                    "",
                    NAME,
                    false,
                    Incident.Sort.PIN,
                    body + words,
                    List.of(
                            new Fact(Kind.TITLE, title, new Span(2, 2 + title.length())),
                            new Fact(Kind.COMPONENT, name + " " + version, new Span(2, 2 + title.length())),
                            new Fact(Kind.CAUSE, "", new Span(body.length(), body.length() + words.length())))));
        }
    }
}
