package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.incidentadvisor.draft.Drafter;
import io.github.incidentadvisor.draft.Errand;
import io.github.incidentadvisor.draft.Models;
import io.github.incidentadvisor.draft.Prompt;
import io.github.incidentadvisor.draft.Reply;
import io.github.incidentadvisor.draft.openai.ModelServer;
import io.github.incidentadvisor.draft.openai.OpenAiDrafter;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Prose;
import io.github.incidentadvisor.model.Prose.Author;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.report.Explain;
import io.github.incidentadvisor.report.JsonReport;
import io.github.incidentadvisor.settings.Setting;
import io.github.incidentadvisor.settings.Settings;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondReadingSpec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTE = "Support for Redis 5 may be removed in 4.0.";

    /** What breaks; without it the template's words stand. */
    private static final String CORE =
            "AsyncConfig.java:27 uses TaskExecutorBuilder, which was removed, so it will not compile.";

    private static final String FALSE = "The upgrade is safe to merge.";
    private static final String NOTHING_AGAINST_IT = "{\"objections\":[]}";

    @TempDir
    Path folder;

    private final List<Prompt> asked = new ArrayList<>();

    @Test
    void withoutTheSettingExactlyOneRequestIsMade() {
        Report worded = wording(Map.of(), NOTHING_AGAINST_IT).worded(SampleReport.of(NOTE));

        assertThat(asked).extracting(Prompt::errand).containsExactly(Errand.WORDING);
        assertThat(worded.usage().requests()).isEqualTo(1);
        assertThat(said(worded)).containsExactly(CORE, NOTE);
    }

    @Test
    void aSentenceThatIsNamedIsDroppedAndCountedAndExplainSaysWhy() {
        Report worded = read("{\"objections\":[{\"sentence\":2,\"reason\":\"condition-lost\"}]}");

        Prose prose = worded.advisories().get(0).prose();
        assertThat(prose.author()).isEqualTo(Author.MODEL);
        assertThat(said(worded)).containsExactly(CORE);
        assertThat(prose.dropped()).isEqualTo(2);
        assertThat(Explain.lines(worded, "adv-000001"))
                .containsSubsequence(
                        "Not said of what the model wrote (2):",
                        "  \"" + FALSE + "\"",
                        "     because it claims that something is safe",
                        "  \"" + NOTE + "\"",
                        "     because a second reading finds that a condition of its evidence is left out");
        assertThat(JsonReport.read(JsonReport.write(worded))).isEqualTo(worded);
    }

    @Test
    void whatIsNotNamedStays() {
        Report worded = read(NOTHING_AGAINST_IT);

        assertThat(said(worded)).containsExactly(CORE, NOTE);
        assertThat(worded.notChecked()).isEmpty();
    }

    @Test
    void aDroppedSentenceIsNotShownToItAndCannotBeBroughtBack() {
        Report worded = read("""
                {"objections":[],"approved":[1,2,3],"advisories":[{"id":"adv-000001",
                 "sentences":[{"text":"%s","cites":["E2"]}]}]}""".formatted(FALSE));

        assertThat(asked.get(1).toString()).doesNotContain(FALSE);
        assertThat(said(worded)).containsExactly(CORE, NOTE);
        assertThat(worded.advisories().get(0).prose().dropped()).isEqualTo(1);
    }

    @Test
    void whenWhatBreaksFallsTheTemplatesWordsStand() {
        Report worded = read("{\"objections\":[{\"sentence\":1,\"reason\":\"not-said\"}]}");

        assertThat(worded.advisories().get(0).prose().author()).isEqualTo(Author.TEMPLATE);
        assertThat(said(worded)).containsExactly("It breaks.");
        assertThat(worded.advisories().get(0).prose().left())
                .contains(
                        new Prose.Left(CORE, "a second reading finds that its evidence does not say it"),
                        new Prose.Left(
                                NOTE,
                                "what is left of the draft says nothing, with its evidence, of api-000001; the template"
                                        + " does"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatElseTheAnswerHoldsIsNowhereInTheReport() throws IOException {
        Report worded = read(
                "Well! {\"objections\":[{\"sentence\":2,\"reason\":\"scope\",\"because\":\"my own prose\"}],\"note\":\"my own prose\"} Bye");

        assertThat(said(worded)).containsExactly(CORE);
        assertThat(new String(JsonReport.write(worded), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("my own prose", "Well!", "Bye");
    }

    @Test
    void verdictFindingsTasksAndEvidenceAreThoseOfBefore() {
        Report report = SampleReport.of(NOTE);
        Report worded = read("{\"objections\":[{\"sentence\":2,\"reason\":\"time\"}]}");

        assertThat(worded.verdict()).isEqualTo(report.verdict());
        assertThat(worded.evidence()).isEqualTo(report.evidence());
        assertThat(worded.advisories().get(0).findings())
                .isEqualTo(report.advisories().get(0).findings());
        assertThat(worded.advisories().get(0).tasks())
                .isEqualTo(report.advisories().get(0).tasks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I have no objections.",
                "{",
                "[]",
                "{}",
                "{\"objections\":{}}",
                "{\"objections\":\"none\"}",
                "{\"objections\":[2]}",
                "{\"objections\":[{\"reason\":\"scope\"}]}",
                "{\"objections\":[{\"sentence\":3,\"reason\":\"scope\"}]}",
                "{\"objections\":[{\"sentence\":0,\"reason\":\"scope\"}]}",
                "{\"objections\":[{\"sentence\":-1,\"reason\":\"scope\"}]}",
                "{\"objections\":[{\"sentence\":1.5,\"reason\":\"scope\"}]}",
                "{\"objections\":[{\"sentence\":\"2\",\"reason\":\"scope\"}]}",
                "{\"objections\":[{\"sentence\":4294967298,\"reason\":\"scope\"}]}",
                "{\"objections\":[{\"sentence\":2}]}",
                "{\"objections\":[{\"sentence\":2,\"reason\":\"I do not like it\"}]}",
                "{\"objections\":[{\"sentence\":2,\"reason\":\"scope\"},{\"sentence\":99,\"reason\":\"scope\"}]}",
                "{\"advisories\":[{\"id\":\"adv-000001\",\"sentences\":[]}]}"
            })
    void anAnswerThatWillNotDoIsAGapAndTheWordsStandAsTheChecksLeftThem(String answer) {
        assertUnread(read(answer));
    }

    @Test
    void anAnswerThatIsTooLongOrTooDeepIsAGap() {
        assertUnread(read("{\"objections\":[" + " ".repeat(1_100_000) + "]}"));
        assertUnread(read("{\"objections\":[" + "[".repeat(5_000) + "]".repeat(5_000) + "]}"));
    }

    @Test
    void anEchoOfTheQuestionIsAGapWhateverFormItsExampleHas() {
        assertUnread(answering(
                        SECOND,
                        prompt -> prompt.messages().get(0).text()
                                + prompt.messages().get(1).text())
                .worded(SampleReport.of(NOTE)));
        assertUnread(
                answering(SECOND, prompt -> prompt.messages().get(1).text()).worded(SampleReport.of(NOTE)));
    }

    private static void assertUnread(Report worded) {
        assertThat(said(worded)).containsExactly(CORE, NOTE);
        assertThat(worded.advisories().get(0).prose().dropped()).isEqualTo(1);
        assertThat(worded.notChecked()).singleElement().satisfies(gap -> {
            assertThat(gap.what()).isEqualTo("wording by the model");
            assertThat(gap.reason())
                    .startsWith("the second reading failed: ")
                    .endsWith("; what the checks let through stands")
                    .doesNotContain("scope", "I do not like it");
        });
    }

    /** What a server does with the second request. */
    enum Trouble {
        ERROR("status 500"),
        REFUSAL("refused to answer"),
        CUT("cut off"),
        FIVE_MEGABYTES("more than 2 MiB"),
        SILENCE("did not answer in time"),
        PAGE("HTML");

        private final String said;

        Trouble(String said) {
            this.said = said;
        }

        void answer(HttpExchange exchange) throws IOException {
            switch (this) {
                case ERROR -> ModelServer.send(exchange, 500, "application/json", "{}");
                case REFUSAL ->
                    ModelServer.send(
                            exchange,
                            200,
                            "application/json",
                            ModelServer.completion("").replace("\"content\":\"\"", "\"refusal\":\"I cannot\""));
                case CUT ->
                    ModelServer.send(
                            exchange,
                            200,
                            "application/json",
                            ModelServer.completion("{\"objections\":[").replace("\"stop\"", "\"length\""));
                case FIVE_MEGABYTES ->
                    ModelServer.send(exchange, 200, "application/json", ModelServer.completion("x".repeat(5 << 20)));
                case SILENCE -> {
                    try {
                        Thread.sleep(4_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                case PAGE -> ModelServer.send(exchange, 200, "text/html", "<html>log in</html>");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatFailsAtTheSecondRequestLosesNothingOfTheFirst(Trouble trouble) {
        try (ModelServer server = new ModelServer((exchange, request, number) -> {
            if (number == 0) {
                ModelServer.send(exchange, 200, "application/json", ModelServer.completion(draft()));
            } else {
                trouble.answer(exchange);
            }
        })) {
            Models real =
                    choice -> new OpenAiDrafter(server.url(), "", "m", ProxySelector.of(null), Duration.ofSeconds(3));
            Report worded = through(SECOND, real).worded(SampleReport.of(NOTE));

            assertUnread(worded);
            assertThat(worded.notChecked().get(0).reason()).contains(trouble.said);
            assertThat(worded.usage().requests()).isEqualTo(server.requests().size());
            assertThat(server.requests().get(1).at("/response_format/json_schema/name"))
                    .isEqualTo(JSON.getNodeFactory().textNode("objections"));
        }
    }

    @Test
    void theSameEvidenceIsNotPaidForTwice() {
        String veto = "{\"objections\":[{\"sentence\":2,\"reason\":\"stronger\"}]}";
        Report first = read(veto);
        Report again = wording(SECOND, NOTHING_AGAINST_IT).worded(SampleReport.of(NOTE));

        assertThat(asked).hasSize(2);
        assertThat(again.advisories()).isEqualTo(first.advisories());
        assertThat(again.usage().requests()).isZero();
    }

    @Test
    void anAnswerThatWillNotDoIsNotKept() {
        read("no JSON");
        Report again = read("{\"objections\":[{\"sentence\":2,\"reason\":\"stronger\"}]}");

        assertThat(asked)
                .extracting(Prompt::errand)
                .containsExactly(Errand.WORDING, Errand.EXAMINATION, Errand.EXAMINATION);
        assertThat(said(again)).containsExactly(CORE);
    }

    @Test
    void aDraftOfBeforeIsReadOnceTheSettingAsksForIt() {
        wording(Map.of(), "").worded(SampleReport.of(NOTE));
        Report read = read("{\"objections\":[{\"sentence\":2,\"reason\":\"stronger\"}]}");

        assertThat(asked).extracting(Prompt::errand).containsExactly(Errand.WORDING, Errand.EXAMINATION);
        assertThat(said(read)).containsExactly(CORE);
    }

    @Test
    void offlineADraftOfBeforeStandsUnreadAndThatIsSaid() {
        Map<Setting, String> away = new HashMap<>(Map.of(Setting.MODEL_BASE_URL, "https://models.example/v1"));
        wording(away, "").worded(SampleReport.of(NOTE));
        away.putAll(Map.of(Setting.OFFLINE, "true", Setting.SECOND_READING, "true"));

        Report worded = wording(away, NOTHING_AGAINST_IT).worded(SampleReport.of(NOTE));

        assertUnread(worded);
        assertThat(asked).hasSize(1);
    }

    @Test
    void usageCountsBothRequestsAndTheTokensOfBoth() {
        Report worded = read(NOTHING_AGAINST_IT);

        assertThat(worded.usage().model()).isEqualTo(Map.of("calls", 2, "promptTokens", 200, "completionTokens", 20));
        assertThat(worded.usage().byHost()).isEqualTo(Map.of("localhost", 2));
        assertThat(worded.usage().requests()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIntoTheQuestionStandsAndThatIsSaid() {
        String[] notes = IntStream.range(0, 39)
                .mapToObj(i -> "Support for Redis " + (i + 10) + " may be removed in 4." + i + ".")
                .toArray(String[]::new);
        Report worded = through(SECOND, choice -> prompt -> {
                    asked.add(prompt);
                    return new Reply(
                            prompt.errand() == Errand.WORDING
                                    ? draftOf(Stream.concat(Stream.of(CORE), Arrays.stream(notes))
                                            .toArray(String[]::new))
                                    : NOTHING_AGAINST_IT,
                            Map.of());
                })
                .worded(SampleReport.of(String.join(" ", notes)));

        int said = said(worded).size();
        int shown = asked.get(1).messages().get(1).text().split("\"number\":", -1).length - 1;
        assertThat(shown).isBetween(10, said - 1);
        assertThat(worded.notChecked())
                .extracting(Gap::reason)
                .containsExactly("not read a second time, since that question is bounded: " + (said - shown)
                        + " of the model's sentences, which stand");
        assertThat(asked.get(1).messages().get(1).text().length()).isLessThan(8_000 * 3);
    }

    @Test
    void requestsInVainCountToo() {
        try (ModelServer server = new ModelServer(
                (exchange, request, number) -> ModelServer.send(exchange, 500, "application/json", "{}"))) {
            Report worded = through(
                            SECOND,
                            choice -> new OpenAiDrafter(
                                    server.url(), "", "m", ProxySelector.of(null), Duration.ofSeconds(9)))
                    .worded(SampleReport.of(NOTE));

            assertThat(worded.advisories().get(0).prose().author()).isEqualTo(Author.TEMPLATE);
            assertThat(worded.notChecked())
                    .extracting(Gap::reason)
                    .singleElement()
                    .asString()
                    .contains("status 500");
            assertThat(worded.usage().requests())
                    .isEqualTo(2)
                    .isEqualTo(server.requests().size());
        }
    }

    @Test
    void whereNoWordsOfTheModelStandThereIsNothingToRead() {
        Drafter hopeless = prompt -> new Reply(draftOf(FALSE), Map.of("calls", 1));
        Report worded = through(SECOND, choice -> prompt -> {
                    asked.add(prompt);
                    return hopeless.reply(prompt);
                })
                .worded(SampleReport.of(NOTE));

        assertThat(asked).extracting(Prompt::errand).containsExactly(Errand.WORDING, Errand.WORDING);
        assertThat(worded.advisories().get(0).prose().author()).isEqualTo(Author.TEMPLATE);
    }

    @Test
    void recordWritesTheSecondRequestOnceTheFirstIsAnsweredAndTakesItsAnswerFromBesideIt() throws IOException {
        Map<Setting, String> record = Map.of(Setting.RECORD, folder.toString(), Setting.SECOND_READING, "true");

        wording(record, "").worded(SampleReport.of(NOTE));
        assertThat(folder.resolve("request.json")).exists();
        assertThat(folder.resolve("second-request.json")).doesNotExist();

        Files.writeString(folder.resolve("answer.json"), draft());
        Report unread = wording(record, "").worded(SampleReport.of(NOTE));
        assertUnread(unread);
        assertThat(unread.notChecked())
                .extracting(Gap::reason)
                .singleElement()
                .asString()
                .contains("is in second-request.json", "there is no second-answer.json beside it");
        assertThat(Files.readString(folder.resolve("second-request.json")))
                .contains("\"name\" : \"objections\"", "Redis 5");

        Files.writeString(
                folder.resolve("second-answer.json"),
                ModelServer.completion("{\"objections\":[{\"sentence\":2,\"reason\":\"stronger\"}]}"));
        assertThat(said(wording(record, "").worded(SampleReport.of(NOTE)))).containsExactly(CORE);
        assertThat(asked).isEmpty();
    }

    @Test
    void showPromptSendsNothingAndSaysHowToSeeTheSecondRequest() {
        Report worded = wording(Map.of(Setting.SHOW_PROMPT, "true", Setting.SECOND_READING, "true"), "")
                .worded(SampleReport.of(NOTE));

        assertThat(asked).isEmpty();
        assertThat(worded.notChecked())
                .extracting(Gap::reason)
                .containsExactly("showPrompt is set: the request is in request.json, and nothing was sent; "
                        + "the second reading's is made from the answer: record shows it");
    }

    @Test
    void aRequestFileThatLeadsElsewhereIsNotWrittenThrough() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        Files.createSymbolicLink(folder.resolve("second-request.json"), victim);
        Files.writeString(folder.resolve("answer.json"), draft());

        Report worded = wording(Map.of(Setting.RECORD, folder.toString(), Setting.SECOND_READING, "true"), "")
                .worded(SampleReport.of(NOTE));

        assertUnread(worded);
        assertThat(victim).hasContent("mine");
    }

    private static final Map<Setting, String> SECOND = Map.of(Setting.SECOND_READING, "true");

    private Report read(String answer) {
        return wording(SECOND, answer).worded(SampleReport.of(NOTE));
    }

    private static List<String> said(Report report) {
        return report.advisories().get(0).prose().sentences().stream()
                .map(Prose.Sentence::text)
                .toList();
    }

    private Wording wording(Map<Setting, String> values, String second) {
        return answering(values, prompt -> second);
    }

    /** Of a model that words the report well but for one sentence, and then answers {@code second}. */
    private Wording answering(Map<Setting, String> values, Function<Prompt, String> second) {
        Map<String, Integer> usage = Map.of("calls", 1, "promptTokens", 100, "completionTokens", 10);
        return through(values, choice -> prompt -> {
            asked.add(prompt);
            return new Reply(prompt.errand() == Errand.WORDING ? draft() : second.apply(prompt), usage);
        });
    }

    private Wording through(Map<Setting, String> values, Models models) {
        Map<Setting, String> all = new HashMap<>(values);
        all.putIfAbsent(Setting.MODEL, "m");
        all.putIfAbsent(Setting.MODEL_BASE_URL, "http://localhost:9/v1");
        return new Wording(
                Settings.of(List.of(new Settings.Layer("the test", all))),
                models,
                new Wording.Surrounding(
                        folder.resolve("cache"),
                        folder,
                        Map.of(),
                        Optional.empty(),
                        ProxySelector.of(null),
                        Progress.SILENT));
    }

    private static String draft() {
        return draftOf(CORE, FALSE, NOTE);
    }

    private static String draftOf(String... sentences) {
        var root = JSON.createObjectNode();
        ArrayNode list =
                root.putArray("advisories").addObject().put("id", "adv-000001").putArray("sentences");
        for (String text : sentences) {
            list.addObject().put("text", text).putArray("cites").add(text.startsWith("Support") ? "E3" : "E2");
        }
        return root.toString();
    }
}
