package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.draft.Briefing;
import io.github.incidentadvisor.draft.ChatRequest;
import io.github.incidentadvisor.draft.Drafter;
import io.github.incidentadvisor.draft.NoDraft;
import io.github.incidentadvisor.draft.Prompt;
import io.github.incidentadvisor.draft.Reply;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Prose.Author;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Usage;
import io.github.incidentadvisor.model.Verdict;
import io.github.incidentadvisor.report.Explain;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.report.MarkdownReport;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingSpec {
    private static final String FAITHFUL =
            "AsyncConfig.java:27 uses TaskExecutorBuilder, which was removed, so it will not compile.";
    private static final String FALSE = "The upgrade is safe to merge.";

    @TempDir
    Path folder;

    private final List<Prompt> asked = new ArrayList<>();
    private long ticks;

    @Test
    void withoutAModelTheReportIsTheSameAndNothingIsAskedFor() {
        Report report = SampleReport.of("a note");

        assertThat(wording(Map.of(), prompt -> new Reply("", Map.of())).worded(report))
                .isSameAs(report);
        assertThat(asked).isEmpty();
    }

    @Test
    void wordsThatHoldAreSaidAndTheOthersAreDroppedAndCounted() {
        Report worded = wording(MODEL, answering(draft(FAITHFUL, FALSE))).worded(SampleReport.of("a note"));

        Prose prose = worded.advisories().get(0).prose();
        assertThat(prose.author()).isEqualTo(Author.MODEL);
        assertThat(prose.sentences()).extracting(Prose.Sentence::text).containsExactly(FAITHFUL);
        assertThat(prose.dropped()).isEqualTo(1);
        assertThat(prose.left().get(0).why()).contains("safe");
        assertThat(worded.usage().model()).containsEntry("calls", 1);
        assertThat(JsonReport.read(JsonReport.write(worded))).isEqualTo(worded);
    }

    @Test
    void whenWhatBreaksIsNotSaidItIsAskedOnceMoreAndThenTheTemplateStands() {
        Report report = SampleReport.of("a note");
        Report worded = wording(MODEL, answering(draft(FALSE))).worded(report);

        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).messages().get(3).text()).contains("it claims that something is safe");
        assertThat(worded.advisories().get(0).prose().author()).isEqualTo(Author.TEMPLATE);
        assertThat(worded.advisories().get(0).prose().sentences())
                .isEqualTo(report.advisories().get(0).prose().sentences());
    }

    @Test
    void verdictFindingsAndTasksAreThoseOfBefore() {
        Report report = SampleReport.of("a note");
        Report worded = wording(MODEL, answering(draft(FAITHFUL))).worded(report);

        assertThat(worded.verdict()).isEqualTo(report.verdict());
        assertThat(worded.advisories().get(0).findings())
                .isEqualTo(report.advisories().get(0).findings());
        assertThat(worded.advisories().get(0).tasks())
                .isEqualTo(report.advisories().get(0).tasks());
        assertThat(worded.evidence()).isEqualTo(report.evidence());
        assertThat(worded.notes()).isNotEmpty().isEqualTo(report.notes());
    }

    @Test
    void aModelThatCannotBeReachedIsAGap() {
        Report worded = wording(MODEL, prompt -> {
                    throw new NoDraft("host is away");
                })
                .worded(SampleReport.of("a note"));

        assertThat(worded.notChecked())
                .anySatisfy(gap -> assertThat(gap.reason()).contains("host is away"));
    }

    @Test
    void theSameEvidenceIsNotPaidForTwice() {
        wording(MODEL, answering(draft(FAITHFUL))).worded(SampleReport.of("a note"));
        Report again = wording(MODEL, answering(draft(FAITHFUL))).worded(SampleReport.of("a note"));

        assertThat(asked).hasSize(1);
        assertThat(again.advisories().get(0).prose().author()).isEqualTo(Author.MODEL);
    }

    @Test
    void usageHoldsTheStagesTimeAndHostAndACachedAnswerIsNoRequest() {
        Usage first = wording(MODEL, answering(draft(FAITHFUL)))
                .worded(SampleReport.of("a note"))
                .usage();
        Usage again = wording(MODEL, answering(draft(FAITHFUL)))
                .worded(SampleReport.of("a note"))
                .usage();

        assertThat(first.stages()).containsEntry("wording", 3.0);
        assertThat(first.seconds()).isEqualTo(4.0);
        assertThat(first.byHost()).isEqualTo(Map.of("localhost", 1));
        assertThat(first.requests()).isEqualTo(1);
        assertThat(again.stages()).containsKey("wording");
        assertThat(again.byHost()).isEmpty();
        assertThat(again.requests()).isZero();
        assertThat(again.model()).containsEntry("cached", 1);
    }

    @Test
    void answersAreKeptWhereCacheDirectorySays() {
        Map<Setting, String> elsewhere = new java.util.HashMap<>(MODEL);
        elsewhere.put(Setting.CACHE_DIRECTORY, folder.resolve("mine").toString());

        wording(elsewhere, answering(draft(FAITHFUL))).worded(SampleReport.of("a note"));

        assertThat(folder.resolve("mine/drafts")).isNotEmptyDirectory();
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void explainPrintsTheWordsAndWhatWasDroppedAndWhy() {
        Report worded = wording(MODEL, answering(draft(FAITHFUL, FALSE))).worded(SampleReport.of("a note"));

        assertThat(Explain.lines(worded, "adv-000001"))
                .containsSubsequence(
                        "Words, by the model:",
                        "  " + FAITHFUL + " [E2]",
                        "Not said of what the model wrote (1):",
                        "  \"" + FALSE + "\"",
                        "     because it claims that something is safe");
        assertThat(Explain.lines(SampleReport.of("a note"), "adv-000001"))
                .contains("Words, by the template:", "  It breaks. [E2]")
                .noneMatch(line -> line.startsWith("Not said"));
    }

    @Test
    void explainSaysWhyASentenceWentWithItsWholeDraft() {
        String step = "The version goes from 3.2.0 to 3.5.3.";
        Report worded = wording(MODEL, answering(draft(FALSE, step).replaceFirst("(3\\.5\\.3\\.\".*)E2", "$1E1")))
                .worded(SampleReport.of("a note"));

        assertThat(Explain.lines(worded, "adv-000001"))
                .containsSubsequence(
                        "Words, by the template:",
                        "  It breaks. [E2]",
                        "Not said of what the model wrote (2):",
                        "  \"" + FALSE + "\"",
                        "     because it claims that something is safe",
                        "  \"" + step + "\"",
                        "     because what is left of the draft says nothing, with its evidence, of api-000001; the"
                                + " template does");
        assertThat(JsonReport.read(JsonReport.write(worded))).isEqualTo(worded);
    }

    @Test
    void offlineAModelOfThisMachineIsAskedAndAnotherIsNot() {
        Map<Setting, String> here =
                Map.of(Setting.MODEL, "m", Setting.MODEL_BASE_URL, "http://127.0.0.1:9/v1", Setting.OFFLINE, "true");
        Map<Setting, String> away = Map.of(
                Setting.MODEL, "m", Setting.MODEL_BASE_URL, "https://models.example/v1", Setting.OFFLINE, "true");

        assertThat(wording(away, answering(draft(FAITHFUL)))
                        .worded(SampleReport.of("a note"))
                        .notChecked())
                .extracting(Gap::reason)
                .containsExactly("offline, and models.example is another machine. The template's words stand");
        assertThat(asked).isEmpty();
        assertThat(wording(here, answering(draft(FAITHFUL)))
                        .worded(SampleReport.of("a note"))
                        .advisories()
                        .get(0)
                        .prose()
                        .author())
                .isEqualTo(Author.MODEL);
    }

    @Test
    void offlineAnAnswerOfBeforeStillServes() {
        Map<Setting, String> away = new java.util.HashMap<>(
                Map.of(Setting.MODEL, "m", Setting.MODEL_BASE_URL, "https://models.example/v1"));
        wording(away, answering(draft(FAITHFUL))).worded(SampleReport.of("a note"));
        away.put(Setting.OFFLINE, "true");

        Report again = wording(away, answering("")).worded(SampleReport.of("a note"));

        assertThat(again.advisories().get(0).prose().author()).isEqualTo(Author.MODEL);
        assertThat(again.notChecked()).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void showPromptWritesTheRequestAndSendsNothing() throws IOException {
        wording(Map.of(Setting.MODEL, "m", Setting.SHOW_PROMPT, "true"), answering(""))
                .worded(SampleReport.of("a note"));

        assertThat(Files.readString(folder.resolve("request.json")))
                .contains("\"model\" : \"m\"", "TaskExecutorBuilder");
        assertThat(asked).isEmpty();
    }

    @Test
    void recordTakesTheAnswerFromAFileThatAnyonePutThere() throws IOException {
        Files.writeString(folder.resolve("answer.json"), draft(FAITHFUL));
        Report worded = wording(Map.of(Setting.RECORD, folder.toString()), answering(""))
                .worded(SampleReport.of("a note"));

        assertThat(worded.advisories().get(0).prose().author()).isEqualTo(Author.MODEL);
        assertThat(asked).isEmpty();
    }

    @Test
    void secretsAndPeopleAreNotInThePrompt() {
        String prompt = Briefing.of(
                        SampleReport.of(
                                "password=hunter2 token: ghp_0123456789012345678901234567890123 by jane.doe@example.com and "
                                        + "@jane https://joe:pw12@example.com/x AKIAIOSFODNN7EXAMPLE Signed-off-by: Jane Doe"),
                        Briefing.TOKENS)
                .prompt()
                .messages()
                .toString();

        assertThat(prompt).doesNotContain("hunter2", "ghp_0", "jane", "Jane", "pw12", "AKIAIOSF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asked by jane.doe+ci@mail.example.co.uk for it | jane.doe",
                "thanks to @jane-doe and @acme/platform | jane-doe ; acme/platform",
                "glpat-abcdefghij0123456789 stood in it | glpat-abc",
                "Authorization: Bearer abc.def.ghi | abc.def",
                "api_key=0123456789abcdef | 0123456789abcdef",
                "eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM.c2lnbmF0dXJl was logged | eyJhbGci",
                "jdbc:postgresql://admin:pa55@db.example/x | pa55",
                "-----BEGIN RSA PRIVATE KEY-----MIIEow-----END RSA PRIVATE KEY----- | MIIEow",
                "ghs_0123456789012345678901234567890123 and xoxb-1234567890-abc | ghs_0 ; xoxb-1"
            })
    void noAddressHandleOrTokenIsInTheRequest(String note, String secrets) {
        String shown = ChatRequest.first(
                        "m", Briefing.of(SampleReport.of(note), Briefing.TOKENS).prompt())
                .shown();

        assertThat(shown).doesNotContain(secrets.split(" ; "));
    }

    @Test
    void aDossierIsCutToItsBoundAndSaysSo() {
        Briefing briefing = Briefing.of(SampleReport.of("x".repeat(4_000)), 400);

        assertThat(briefing.leftOut()).isPositive();
        assertThat(briefing.prompt().messages().get(1).text().length()).isLessThan(400 * 3 + 600);
    }

    static List<String> attacks() {
        return Attacks.ALL;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingOfAnAttackerIsLiveAndNothingOfItIsSaid(String attack) {
        Report worded = wording(MODEL, answering(draft(FAITHFUL, attack))).worded(SampleReport.of(attack));

        String prompt = asked.get(0).messages().get(1).text();
        assertThat(prompt.split("=====BEGIN DOSSIER=====", -1)).hasSize(2);
        assertThat(prompt.split("=====END DOSSIER=====", -1)).hasSize(2);
        assertThat(worded.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(worded.advisories().get(0).prose().sentences())
                .extracting(Prose.Sentence::text)
                .containsExactly(FAITHFUL);
        for (String markdown : List.of(MarkdownReport.comment(worded), MarkdownReport.summary(worded))) {
            String html = html(markdown);
            assertThat(html)
                    .doesNotContain("<script", "<img", "<iframe", "<a href=\"https://evil", "<a href=\"http://evil");
            assertThat(html.replaceAll("@(&#8203;|\u200b)", "")).doesNotContain("@octocat", "@acme");
        }
    }

    private static String html(String markdown) {
        List<org.commonmark.Extension> tables = List.of(TablesExtension.create());
        return HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
    }

    private static final Map<Setting, String> MODEL =
            Map.of(Setting.MODEL, "test-model", Setting.MODEL_BASE_URL, "http://localhost:9/v1");

    private static Drafter answering(String text) {
        return prompt -> new Reply(text, Map.of("calls", 1));
    }

    private Wording wording(Map<Setting, String> values, Drafter drafter) {
        Settings settings = Settings.of(List.of(new Settings.Layer("the test", values)));
        return new Wording(
                settings,
                choice -> prompt -> {
                    asked.add(prompt);
                    return drafter.reply(prompt);
                },
                new Wording.Surrounding(
                        folder.resolve("cache"),
                        folder,
                        Map.of(),
                        Optional.empty(),
                        ProxySelector.of(null),
                        new Progress() {
                            public void begins(String what) {}

                            public void warns(String message) {}
                        }),
                () -> ticks += 3_000_000_000L);
    }

    private static String draft(String... sentences) {
        var root = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
        var list =
                root.putArray("advisories").addObject().put("id", "adv-000001").putArray("sentences");
        Stream.of(sentences)
                .forEach(text ->
                        list.addObject().put("text", text).putArray("cites").add("E2"));
        return root.toString();
    }
}
