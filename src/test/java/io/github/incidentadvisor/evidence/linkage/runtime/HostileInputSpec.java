package io.github.incidentadvisor.evidence.linkage.runtime;

import static io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.jar;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileInputSpec {
    private static final String METADATA = "{\"properties\": [{\"name\": \"shop.size\"}, {\"name\": \"shop.kept\"}]}";
    private static final String NEXT = "{\"properties\": [{\"name\": \"shop.kept\"}]}";
    private static final String YAML = "src/main/resources/application.yml";

    @TempDir
    Path folder;

    @Test
    void metadataThatIsNoJsonIsAGap() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().metadata("{\"properties\": [{\"name\""))
                .after("org.a:lib:2", jar().metadata(NEXT));

        assertThat(upgraded.gaps())
                .containsExactly("lib 1!/META-INF/spring-configuration-metadata.json:"
                        + " it is no JSON that can be read; its keys are not known");
    }

    @Test
    void metadataNestedBeyondReasonIsAGap() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().metadata("[".repeat(500_000)))
                .after("org.a:lib:2", jar().metadata(NEXT));

        assertThat(upgraded.gaps()).hasSize(1);
    }

    @Test
    void anEntryThatUnpacksToTooMuchIsAGapAndTheOthersCount() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:bomb:1", jar().metadata(" ".repeat(9 << 20)))
                .after("org.a:bomb:2", jar().metadata(NEXT))
                .before("org.a:lib:1", jar().metadata(METADATA))
                .after("org.a:lib:2", jar().metadata(NEXT))
                .project(YAML, "shop.size: 1\n");

        assertThat(upgraded.found()).hasSize(1);
        assertThat(upgraded.gaps()).anyMatch(gap -> gap.contains("bomb-1.jar") && gap.contains("longer than 8 MiB"));
    }

    @Test
    void whatIsNoJarIsAGapAndNothingIsCalledGone() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().metadata(METADATA))
                .after("org.a:lib:2", jar().raw("no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .project(YAML, "shop.size: 1\n");

        assertThat(upgraded.found()).isEmpty();
        assertThat(upgraded.gaps()).anyMatch(gap -> gap.contains("cannot be read as a jar"));
    }

    @Test
    void aJarCutShortIsAGap() {
        byte[] whole = jar().metadata(METADATA).bytes();
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:lib:1", jar().raw(java.util.Arrays.copyOf(whole, whole.length / 2)))
                .after("org.a:lib:2", jar().metadata(NEXT));

        assertThat(upgraded.gaps()).anyMatch(gap -> gap.contains("cannot be read as a jar"));
    }

    @Test
    void yamlWithTabsIsAGapWithItsLineAndTheDocumentsBeforeCount() {
        assertThat(keys().project(YAML, "shop.size: 1\n---\nshop:\n\tsize: 2\n").found())
                .hasSize(1);
        assertThat(keys().project(YAML, "shop.size: 1\n---\nshop:\n\tsize: 2\n").gaps())
                .anyMatch(gap ->
                        gap.startsWith(YAML + ": is no YAML from here on") && gap.endsWith(" at " + YAML + ":4"));
    }

    @Test
    void aTemplateThatIsNoYamlIsNoGapWhereWeReadNoYaml() {
        Upgraded upgraded = keys().project("chart/templates/a.yaml", "{{- if .x }}\nenv: {{ .y }}\n{{- end }}\n");

        assertThat(upgraded.gaps()).isEmpty();
    }

    @Test
    void duplicateKeysAreBothRead() {
        assertThat(keys().project(YAML, "shop:\n  size: 1\n  size: 2\n")
                        .compare()
                        .behaviours())
                .extracting(one -> one.place().line())
                .containsExactly(2, 3);
    }

    @Test
    void aliasesThatMultiplyEndInBounds() {
        StringBuilder bomb = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" {");
            for (int j = 0; j < 10; j++) {
                bomb.append("k").append(j).append(": *a").append(i - 1).append(j < 9 ? ", " : "");
            }
            bomb.append("}\n");
        }

        assertThat(keys().project(YAML, bomb.toString()).found()).isEmpty();
    }

    @Test
    void yamlThatIsTooLongIsAGap() {
        String line = "a: 1 # " + "x".repeat(1000) + "\n";

        assertThat(keys().project(YAML, line.repeat(2200)).gaps())
                .containsExactly(YAML + ": it is longer than 2 MiB and was not read");
    }

    @Test
    void whatMavenFiltersIsNoErrorInYaml() {
        assertThat(keys().project(YAML, "app: @project.version@\nshop.size: 1\n")
                        .found())
                .hasSize(1);
        assertThat(keys().project(YAML, "app: @project.version@\n").gaps()).isEmpty();
    }

    @Test
    void sourcesThatAreNoJavaGiveNothingAndDoNotFail() {
        String[] texts = {"\"", "'", "/*", "\"\"\"", "\\", "@", "@(", ")))((", "}}}{{{\"x", "@A(\"", "f(\"a\" +", "'\\"
        };
        for (String text : texts) {
            assertThat(JavaFile.of("A.java", text).path()).isEqualTo("A.java");
        }
    }

    @Test
    void xmlThatIsNoXmlGivesWhatItHas() {
        for (String text :
                new String[] {"<", "<a", "<a b", "<a b=", "<a b='", "<!--", "<![CDATA[", "<?", "</", "<a b=c"}) {
            assertThat(XmlText.values(text)).as(text).hasSizeLessThan(2);
        }
    }

    private Upgraded keys() {
        return new Upgraded(folder)
                .before("org.a:lib:1", jar().metadata(METADATA))
                .after("org.a:lib:2", jar().metadata(NEXT));
    }
}
