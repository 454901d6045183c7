package io.github.incidentadvisor.report;

import io.github.incidentadvisor.organisation.Advice.Outcome;
import io.github.incidentadvisor.organisation.Affected;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.SharedMigration;
import io.github.incidentadvisor.organisation.SharedMigration.Within;
import io.github.incidentadvisor.organisation.Since;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The report on many repositories as Markdown; what does not fit is counted, and all of it is in organisation.json. */
public final class OrganisationMarkdown {
    private static final int MOST_MIGRATIONS = 150;
    private static final int MOST_REPOSITORIES = 25;
    private static final int MOST_PLACES = 4;
    private static final int MOST_LINES = 50;

    private final Organisation all;
    private final StringBuilder page = new StringBuilder();

    private OrganisationMarkdown(Organisation all) {
        this.all = all;
    }

    /** The file's bytes, UTF-8. */
    public static byte[] write(Organisation all) {
        OrganisationMarkdown markdown = new OrganisationMarkdown(all);
        markdown.draw();
        return markdown.page.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The report in one line. */
    public static String headline(Organisation all) {
        return OrganisationWords.headline(all);
    }

    private void draw() {
        page.append("# ").append(Markdown.text(OrganisationWords.headline(all))).append("\n\n");
        page.append(OrganisationWords.repositories(all.members().size()))
                .append(" read, ")
                .append(all.unread().size())
                .append(" not. Judged by ")
                .append(all.asOf())
                .append(".\n");
        since();
        deadlines();
        migrations();
        all.affected().forEach(this::affected);
        incidents();
        track();
        unread();
        page.append("\n<sub>")
                .append(Markdown.text(all.tool().name() + " " + all.tool().version()))
                .append(
                        " · facts by code · all of it in organisation.json, each repository's evidence in its report.json</sub>\n");
    }

    private void since() {
        Since since = all.since();
        if (!since.isKnown()) {
            return;
        }
        page.append("\n## Since ").append(since.day()).append("\n\n");
        lines("new", since.fresh());
        lines("nearer", since.nearer());
        lines("resolved", since.resolved());
        names("looked at for the first time", since.joined());
        names("not looked at any more, or not read", since.left());
        if (since.fresh().isEmpty()
                && since.nearer().isEmpty()
                && since.resolved().isEmpty()) {
            page.append("Nothing new, nearer or resolved.\n");
        }
    }

    private void lines(String word, List<Since.Line> lines) {
        lines.stream().limit(MOST_LINES).forEach(line -> page.append("- **")
                .append(word)
                .append("** ")
                .append(Markdown.text(line.repository()))
                .append(": ")
                .append(Markdown.text(line.title()))
                .append(line.deadline().isKnown() ? ", by " + line.deadline().on() : "")
                .append('\n'));
        if (lines.size() > MOST_LINES) {
            page.append("- and ")
                    .append(lines.size() - MOST_LINES)
                    .append(" more ")
                    .append(word)
                    .append('\n');
        }
    }

    private void names(String what, List<String> names) {
        if (!names.isEmpty()) {
            page.append("- ").append(what).append(": ");
            page.append(Markdown.text(String.join(", ", names.subList(0, Math.min(MOST_LINES, names.size())))));
            page.append(names.size() > MOST_LINES ? " and " + (names.size() - MOST_LINES) + " more" : "")
                    .append('\n');
        }
    }

    private void deadlines() {
        if (all.migrations().isEmpty()) {
            return;
        }
        page.append(
                "\n## Deadlines\n\n| by | left | what | why | repositories | lines to edit |\n|---|---|---|---|---|---|\n");
        all.migrations().stream().limit(MOST_MIGRATIONS).forEach(one -> page.append("| ")
                .append(one.deadline().isKnown() ? one.deadline().on().toString() : "")
                .append(" | ")
                .append(OrganisationWords.left(one, all.asOf()))
                .append(" | ")
                .append(Markdown.text(one.title()))
                .append(" | ")
                .append(OrganisationWords.kind(one.kind()))
                .append(" | ")
                .append(one.within().size())
                .append(" | ")
                .append(one.edits())
                .append(" |\n"));
        more(all.migrations().size(), MOST_MIGRATIONS, "migrations");
    }

    private void migrations() {
        if (all.migrations().isEmpty()) {
            return;
        }
        page.append("\n## Migrations\n");
        all.migrations().stream().limit(MOST_MIGRATIONS).forEach(this::migration);
    }

    private void migration(SharedMigration one) {
        page.append("\n### ").append(Markdown.text(one.title())).append("\n\n");
        page.append(Markdown.text(one.trigger())).append('\n');
        String targets = OrganisationWords.targets(one);
        if (!targets.isEmpty()) {
            page.append("\n").append(Markdown.text(targets)).append(".\n");
        }
        if (!one.incidents().isEmpty()) {
            page.append("\nSeen before: ")
                    .append(Markdown.text(String.join(", ", one.incidents())))
                    .append(".\n");
        }
        page.append('\n');
        one.within().stream().limit(MOST_REPOSITORIES).forEach(within -> within(one, within));
        more(one.within().size(), MOST_REPOSITORIES, "repositories");
    }

    private void within(SharedMigration one, Within within) {
        page.append("- ").append(Markdown.text(within.repository()));
        if (!within.title().equals(one.title())) {
            page.append(" (").append(Markdown.text(within.title())).append(')');
        }
        page.append(": ").append(OrganisationWords.cost(within));
        if (!within.places().isEmpty()) {
            page.append(": ").append(Markdown.code(OrganisationWords.places(within, MOST_PLACES)));
        }
        if (!within.after().isEmpty()) {
            page.append("; after ").append(Markdown.text(String.join(", ", within.after())));
        }
        page.append('\n');
    }

    private void affected(Affected one) {
        page.append("\n## Who uses ").append(Markdown.text(one.question())).append("\n\n");
        page.append(
                one.repositories() == 0
                        ? "No repository that was read.\n"
                        : OrganisationWords.repositories(one.repositories()) + ", "
                                + OrganisationWords.count(one.places().size(), "use") + ".\n\n");
        one.places().stream().limit(MOST_LINES).forEach(this::use);
        more(one.places().size(), MOST_LINES, "uses");
        if (!one.unsure().isEmpty()) {
            page.append("\nOf ")
                    .append(OrganisationWords.count(one.unsure().size(), "use"))
                    .append(" the version is not known:\n\n");
            one.unsure().stream().limit(MOST_LINES).forEach(this::use);
        }
    }

    private void use(Affected.Where where) {
        page.append("- ").append(Markdown.text(where.repository())).append(": ");
        page.append(Markdown.text(
                where.use().component().name() + " " + where.use().version().brief()));
        page.append(", ").append(where.use().role());
        page.append(
                where.use().place().isKnown()
                        ? ", " + Markdown.code(where.use().place().toString())
                        : "");
        page.append('\n');
    }

    private void incidents() {
        if (all.incidents().isEmpty()) {
            return;
        }
        page.append("\n## Seen before\n\n");
        all.incidents().stream().limit(MOST_LINES).forEach(one -> page.append("- ")
                .append(Markdown.link(Markdown.text(one.title()), one.url()))
                .append(one.date().isEmpty() ? "" : " (" + Markdown.text(one.date()) + ")")
                .append(": resembles ")
                .append(Markdown.text(String.join(", ", one.migrations())))
                .append(" in ")
                .append(Markdown.text(String.join(", ", one.repositories())))
                .append('\n'));
        more(all.incidents().size(), MOST_LINES, "incidents");
    }

    private void track() {
        if (all.advice().isEmpty()) {
            return;
        }
        page.append("\n## What came of the advice\n\n")
                .append(OrganisationWords.TRACK)
                .append("\n\n| how often | what came of it |\n|---|---|\n");
        OrganisationWords.outcomes().forEach((Outcome outcome, String words) -> page.append("| ")
                .append(all.count(outcome))
                .append(" | ")
                .append(words)
                .append(" |\n"));
    }

    private void unread() {
        if (all.unread().isEmpty()) {
            return;
        }
        page.append("\n## Not read (").append(all.unread().size()).append(")\n\n");
        all.unread().stream().limit(MOST_MIGRATIONS).forEach(one -> page.append("- ")
                .append(Markdown.text(one.name()))
                .append(": ")
                .append(Markdown.text(one.reason()))
                .append('\n'));
        more(all.unread().size(), MOST_MIGRATIONS, "repositories");
    }

    private void more(int count, int shown, String what) {
        if (count > shown) {
            page.append("\n… and ")
                    .append(count - shown)
                    .append(" more ")
                    .append(what)
                    .append(", all in organisation.json.\n");
        }
    }
}
