package io.github.incidentadvisor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.model.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditsSpec {
    /** Random bytes, random spans: whatever is outside a span is as it was, in length and order. */
    @Test
    void everythingOutsideTheEditedSpansIsByteIdentical() {
        Random random = new Random(20261124);
        for (int round = 0; round < 2_000; round++) {
            byte[] content = new byte[2 + random.nextInt(400)];
            random.nextBytes(content);
            String text = new String(content, StandardCharsets.ISO_8859_1);
            int a = random.nextInt(content.length - 1);
            int b = a + 1 + random.nextInt(Math.min(20, content.length - 1 - a));
            int c = b + random.nextInt(content.length - b);
            int d = c + random.nextInt(content.length - c);
            byte[] one = new byte[random.nextInt(30)];
            random.nextBytes(one);
            String first = new String(one, StandardCharsets.ISO_8859_1);

            byte[] edited = Edits.apply(
                    content,
                    List.of(
                            new Edit("f", 1, c, text.substring(c, d), "x"),
                            new Edit("f", 1, a, text.substring(a, b), first)));

            int shift = one.length - (b - a);
            assertThat(Arrays.copyOf(edited, a)).isEqualTo(Arrays.copyOf(content, a));
            assertThat(Arrays.copyOfRange(edited, a, a + one.length)).isEqualTo(one);
            assertThat(Arrays.copyOfRange(edited, b + shift, c + shift)).isEqualTo(Arrays.copyOfRange(content, b, c));
            assertThat(edited[c + shift]).isEqualTo((byte) 'x');
            assertThat(Arrays.copyOfRange(edited, c + shift + 1, edited.length))
                    .isEqualTo(Arrays.copyOfRange(content, d, content.length));
        }
    }

    @Test
    void anEditOfSomethingElseIsRefused() {
        assertThatThrownBy(() ->
                        Edits.apply("abc".getBytes(StandardCharsets.UTF_8), List.of(new Edit("f", 1, 1, "x", "y"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("f:1 does not hold 'x'");
    }

    @Test
    void ofTwoEditsThatClashNeitherIsMade() {
        Proposal one = Proposal.of(new Edit("f", 3, 10, "1.0", "2.0"), new Place("f", 3));
        Proposal other = Proposal.of(new Edit("f", 3, 12, "0", "9"), new Place("f", 3));

        Proposal both = one.and(other);

        assertThat(both.edits()).isEmpty();
        assertThat(both.left())
                .extracting(LeftToDo::why)
                .contains("two edits of this migration want different things of it");
        assertThat(one.and(one).edits()).hasSize(1);
    }

    @Test
    void aNumberIsNotFoundInAnother() {
        FileText file = new FileText("f", "1.17 17 17.0 x17y 117 openjdk-17-jre 17.".getBytes(StandardCharsets.UTF_8));
        FileText.Span all = new FileText.Span(0, file.text().length());

        assertThat(file.all(all, "17", FileText.Words.NUMBER))
                .extracting(FileText.Span::start)
                .isEqualTo(List.of(5, 14, 30, 37));
        assertThat(file.all(all, "17", FileText.Words.WHOLE))
                .extracting(FileText.Span::start)
                .isEqualTo(List.of(5));
    }

    @Test
    void elementsOfXmlKnowWhereTheyStand() {
        String text = "<?xml version='1.0'?><!-- <a> --><a x='>'><b><![CDATA[</b>]]></b><c/>\n <d> v </d></a>";
        FileText file = new FileText("f", text.getBytes(StandardCharsets.UTF_8));
        PomText pom = PomText.of(file);

        assertThat(pom.elements()).extracting(PomText.Element::path).containsExactly("a", "a/b", "a/c", "a/d");
        assertThat(file.in(pom.valueSpan(pom.elements().get(3)))).isEqualTo("v");
        assertThat(file.in(file.withItsLines(pom.elements().get(3).whole()))).isEqualTo("<d> v </d>");
    }

    @Test
    void whatIsNoXmlHasNoElements() {
        for (String text : List.of(
                "<a><b></a>", "<a>", "</a>", "<!DOCTYPE a><a/>", "<a", "<>", "<a><!-- ", "<" + "a><".repeat(500))) {
            assertThat(PomText.of(new FileText("f", text.getBytes(StandardCharsets.UTF_8)))
                            .elements())
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void aKeyGetsItsNewNameWhereThatIsAllThatChanges() {
        assertThat(renamed(
                        "app.properties",
                        "# server.old-name\nserver.old-name = 1\n",
                        2,
                        "server.old-name",
                        "web.new-name"))
                .isEqualTo("# server.old-name\nweb.new-name = 1\n");
        assertThat(renamed("app.yml", "server:\n  old-name: 1\n", 2, "server.old-name", "server.new-name"))
                .isEqualTo("server:\n  new-name: 1\n");
        assertThat(renamed("app.yml", "server:\n  old-name: 1\n", 2, "server.old-name", "web.new-name"))
                .isEqualTo("server:\n  old-name: 1\n");
        assertThat(renamed("app.properties", "server.oldName = 1\n", 1, "server.old-name", "web.new-name"))
                .isEqualTo("server.oldName = 1\n");
    }

    private static String renamed(String path, String text, int line, String from, String to) {
        var tree = new io.github.incidentadvisor.git.Tree() {
            private final Entry entry = new Entry(path, text.length(), "0".repeat(40));

            @Override
            public io.github.incidentadvisor.model.Report.Revision revision() {
                return io.github.incidentadvisor.model.Report.Revision.NONE;
            }

            @Override
            public List<Entry> entries() {
                return List.of(entry);
            }

            @Override
            public java.util.Optional<Entry> find(String wanted) {
                return java.util.Optional.of(entry).filter(one -> one.path().equals(wanted));
            }

            @Override
            public byte[] read(Entry one) {
                return text.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public List<io.github.incidentadvisor.model.Gap> gaps() {
                return List.of();
            }
        };
        var behaviour = new io.github.incidentadvisor.evidence.Behaviours.Behaviour(
                "pom.xml",
                io.github.incidentadvisor.evidence.Behaviours.Effect.FAILS_RUN,
                new Place(path, line),
                from,
                io.github.incidentadvisor.model.Reference.NONE,
                new io.github.incidentadvisor.inventory.Artifacts.Coordinates(
                        io.github.incidentadvisor.model.Component.Artifact.of("g", "a"),
                        new io.github.incidentadvisor.model.Version("1")),
                "sets it",
                new io.github.incidentadvisor.evidence.Behaviours.Measured("jar", "quote"),
                "use " + to + " instead of " + from,
                false,
                to);
        Proposal proposal = RenamedKeys.of(List.of(behaviour), tree);
        assertThat(proposal.edits().size() + proposal.left().size()).isEqualTo(1);
        assertThat(proposal.settled()).isEqualTo(Set.of(new Place(path, line)));
        return new String(Edits.apply(text.getBytes(StandardCharsets.UTF_8), proposal.edits()), StandardCharsets.UTF_8);
    }
}
