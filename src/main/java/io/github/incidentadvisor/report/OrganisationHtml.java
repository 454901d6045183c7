package io.github.incidentadvisor.report;

import io.github.incidentadvisor.organisation.Advice.Outcome;
import io.github.incidentadvisor.organisation.Affected;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.SharedMigration;
import io.github.incidentadvisor.organisation.SharedMigration.Within;
import io.github.incidentadvisor.organisation.Since;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The report on many repositories as one page that needs nothing from outside. */
public final class OrganisationHtml {
    private static final int MOST_PLACES = 12;
    private static final int OPEN = 5;

    private final Organisation all;
    private final StringBuilder page = new StringBuilder();

    private OrganisationHtml(Organisation all) {
        this.all = all;
    }

    /** The file's bytes, UTF-8. */
    public static byte[] write(Organisation all) {
        OrganisationHtml html = new OrganisationHtml(all);
        html.draw();
        return html.page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void draw() {
        String headline = OrganisationWords.headline(all);
        Html.begin(page, headline);
        page.append("<h1>").append(Html.text(headline)).append("</h1>\n<p class=\"meta\">");
        page.append(OrganisationWords.repositories(all.members().size()))
                .append(" read, ")
                .append(all.unread().size())
                .append(" not. Judged by ")
                .append(all.asOf())
                .append(".</p>\n");
        since();
        deadlines();
        migrations();
        all.affected().forEach(this::affected);
        incidents();
        track();
        unread();
        members();
        page.append("<p class=\"quiet\"><small>")
                .append(Html.text(all.tool().name() + " " + all.tool().version()))
                .append(
                        " · facts by code · each repository's evidence is in its own report</small></p>\n</body>\n</html>\n");
    }

    private void since() {
        Since since = all.since();
        if (!since.isKnown()) {
            return;
        }
        page.append("<h2>Since ").append(since.day()).append("</h2>\n<ul>\n");
        lines("new", since.fresh());
        lines("nearer", since.nearer());
        lines("resolved", since.resolved());
        names("Looked at for the first time", since.joined());
        names("Not looked at any more, or not read", since.left());
        if (since.fresh().isEmpty()
                && since.nearer().isEmpty()
                && since.resolved().isEmpty()) {
            page.append("<li>Nothing new, nearer or resolved.</li>\n");
        }
        page.append("</ul>\n");
    }

    private void lines(String word, List<Since.Line> lines) {
        lines.forEach(line -> page.append("<li><strong>")
                .append(word)
                .append("</strong> ")
                .append(Html.text(line.repository() + ": " + line.title()))
                .append(line.deadline().isKnown() ? ", by " + line.deadline().on() : "")
                .append("</li>\n"));
    }

    private void names(String what, List<String> names) {
        if (!names.isEmpty()) {
            page.append("<li>")
                    .append(what)
                    .append(": ")
                    .append(Html.text(String.join(", ", names)))
                    .append("</li>\n");
        }
    }

    private void deadlines() {
        if (all.migrations().isEmpty()) {
            return;
        }
        page.append("<h2>Deadlines</h2>\n");
        head("by", "left", "what", "why", "repositories", "lines to edit");
        for (int i = 0; i < all.migrations().size(); i++) {
            SharedMigration one = all.migrations().get(i);
            row(
                    one.deadline().isKnown() ? one.deadline().on().toString() : "",
                    "<span class=\"" + tone(one) + "\">" + OrganisationWords.left(one, all.asOf()) + "</span>",
                    "<a href=\"#m" + i + "\">" + Html.text(one.title()) + "</a>",
                    OrganisationWords.kind(one.kind()),
                    String.valueOf(one.within().size()),
                    String.valueOf(one.edits()));
        }
        foot();
    }

    private String tone(SharedMigration one) {
        if (one.deadline().isPast(all.asOf())) {
            return "broken";
        }
        return one.deadline().isKnown() && one.deadline().daysFrom(all.asOf()) > 90 ? "plan" : "action";
    }

    private void migrations() {
        if (all.migrations().isEmpty()) {
            return;
        }
        page.append("<h2>Migrations (").append(all.migrations().size()).append(")</h2>\n");
        for (int i = 0; i < all.migrations().size(); i++) {
            migration(i, all.migrations().get(i));
        }
    }

    private void migration(int number, SharedMigration one) {
        page.append("<article id=\"m").append(number).append("\"><header><h3>");
        page.append(Html.text(one.title()))
                .append("</h3><span class=\"badge ")
                .append(tone(one))
                .append("\">");
        page.append(one.deadline().isKnown() ? "by " + one.deadline().on() : OrganisationWords.kind(one.kind()));
        page.append("</span></header>\n<p>").append(Html.text(one.trigger())).append("</p>\n");
        String targets = OrganisationWords.targets(one);
        if (!targets.isEmpty()) {
            page.append("<p class=\"meta\">").append(Html.text(targets)).append("</p>\n");
        }
        if (!one.incidents().isEmpty()) {
            page.append("<p class=\"meta\">Seen before: ")
                    .append(Html.text(String.join(", ", one.incidents())))
                    .append("</p>\n");
        }
        page.append("<details")
                .append(one.within().size() <= OPEN ? " open" : "")
                .append("><summary>");
        page.append(OrganisationWords.repositories(one.within().size())).append("</summary><ul>\n");
        one.within().forEach(within -> within(one, within));
        page.append("</ul></details></article>\n");
    }

    private void within(SharedMigration one, Within within) {
        page.append("<li>").append(Html.text(within.repository()));
        if (!within.title().equals(one.title())) {
            page.append(" (").append(Html.text(within.title())).append(')');
        }
        page.append(": ").append(OrganisationWords.cost(within));
        if (!within.places().isEmpty()) {
            page.append("<br>").append(Html.code(OrganisationWords.places(within, MOST_PLACES)));
        }
        if (!within.after().isEmpty()) {
            page.append("<br><small>after ")
                    .append(Html.text(String.join(", ", within.after())))
                    .append("</small>");
        }
        page.append("</li>\n");
    }

    private void affected(Affected one) {
        page.append("<h2>Who uses ").append(Html.text(one.question())).append("</h2>\n<p class=\"meta\">");
        page.append(
                one.repositories() == 0
                        ? "No repository that was read."
                        : OrganisationWords.repositories(one.repositories()) + ", "
                                + OrganisationWords.count(one.places().size(), "use") + ".");
        page.append(
                one.unsure().isEmpty()
                        ? ""
                        : " Of " + OrganisationWords.count(one.unsure().size(), "use")
                                + " more the version is not known.");
        page.append("</p>\n");
        if (!one.places().isEmpty() || !one.unsure().isEmpty()) {
            head("repository", "what", "how", "where");
            one.places().forEach(this::use);
            one.unsure().forEach(this::use);
            foot();
        }
    }

    private void use(Affected.Where where) {
        row(
                Html.text(where.repository()),
                Html.text(where.use().component().name() + " "
                        + where.use().version().brief()),
                Html.text(where.use().role()),
                where.use().place().isKnown() ? Html.code(where.use().place().toString()) : "");
    }

    private void incidents() {
        if (all.incidents().isEmpty()) {
            return;
        }
        page.append("<h2>Seen before</h2>\n<ul>\n");
        all.incidents().forEach(one -> page.append("<li>")
                .append(Html.link(one.url(), one.title()))
                .append(Html.text(one.date().isEmpty() ? "" : " (" + one.date() + ")"))
                .append(": resembles ")
                .append(Html.text(String.join(", ", one.migrations()) + " in " + String.join(", ", one.repositories())))
                .append("</li>\n"));
        page.append("</ul>\n");
    }

    private void track() {
        if (all.advice().isEmpty()) {
            return;
        }
        page.append("<h2>What came of the advice</h2>\n<p class=\"meta\">")
                .append(OrganisationWords.TRACK)
                .append("</p>\n");
        head("how often", "what came of it");
        OrganisationWords.outcomes()
                .forEach((Outcome outcome, String words) -> row(String.valueOf(all.count(outcome)), words));
        foot();
    }

    private void unread() {
        if (all.unread().isEmpty()) {
            return;
        }
        page.append("<h2>Not read (").append(all.unread().size()).append(")</h2>\n");
        head("what", "why");
        all.unread().forEach(one -> row(Html.text(one.name()), Html.text(one.reason())));
        foot();
    }

    private void members() {
        Map<String, Integer> due = new HashMap<>();
        all.migrations()
                .forEach(one -> one.within().forEach(within -> due.merge(within.repository(), 1, Integer::sum)));
        page.append("<h2>Repositories</h2>\n");
        head("repository", "commit", "judged by", "POMs", "migrations", "not checked");
        for (Member one : all.members()) {
            row(
                    Html.text(one.name()),
                    Html.code(one.commit().substring(0, Math.min(9, one.commit().length()))),
                    one.asOf().toString(),
                    String.valueOf(one.poms()),
                    String.valueOf(due.getOrDefault(one.name(), 0)),
                    String.valueOf(one.gaps()));
        }
        foot();
    }

    private void head(String... names) {
        page.append("<div class=\"table\"><table><thead><tr>");
        for (String name : names) {
            page.append("<th>").append(name).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
    }

    private void row(String... cells) {
        page.append("<tr>");
        for (String cell : cells) {
            page.append(cell.matches("\\d{4}-\\d{2}-\\d{2}") ? "<td class=\"day\">" : "<td>")
                    .append(cell)
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    private void foot() {
        page.append("</tbody></table></div>\n");
    }
}
