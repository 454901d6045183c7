package io.github.incidentadvisor.evidence.notes;

import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to say of a document of notes beside its sections. */
final class Remarks {
    private static final Pattern DEAD = Pattern.compile(
            "(?i)(?:no longer|not) (?:be )?(?:updated|maintained|kept)|has moved|moved to|are now (?:in|at|on|published)|available (?:only )?(?:on|at|in)|deprecated");
    private static final Pattern END = Pattern.compile(
            "(?i)(?:this|the) (?:project|library|repository|artifact|module|line|branch|release line|version)\\b.{0,80}"
                    + "(?:no longer (?:being )?(?:maintained|supported|developed)|reached (?:its )?end[ -]of[ -]life|is (?:now )?(?:discontinued|unmaintained|archived|deprecated|retired|end[ -]of[ -]life|EOL)\\b)");
    private static final int QUOTE = 160;

    private Remarks() {}

    /** How a document stands to a range, for the list of what was looked at. */
    static String of(NotesDocument document, Range range) {
        List<RawSection> in = range.of(document.sections());
        if (!in.isEmpty()) {
            return in.size() == 1 ? "1 section" : in.size() + " sections";
        }
        if (document.sections().isEmpty()) {
            return "no section of a version";
        }
        Version newest = document.sections().stream()
                .map(RawSection::version)
                .max(VersionOrder.MAVEN)
                .orElseThrow();
        String dead = document.preamble().stream()
                .map(Block::text)
                .filter(text -> DEAD.matcher(text).find())
                .findFirst()
                .map(text -> "; it says: \"" + cut(text) + "\"")
                .orElse("");
        return "nothing between these versions, its newest is " + newest + dead;
    }

    /** Words with which a project, not a file of it, says that it has ended. */
    static Optional<Block> endOf(NotesDocument document, String path) {
        return document.preamble().stream()
                .filter(block -> END.matcher(block.text()).find()
                        && !block.text().toLowerCase(java.util.Locale.ROOT).contains("this file"))
                .map(block -> new Block(block.kind(), block.level(), cut(block.text()), block.line()))
                .findFirst();
    }

    static String cut(String text) {
        return text.length() <= QUOTE ? text : text.substring(0, QUOTE).replaceFirst("\\s+\\S*$", "") + " …";
    }
}
