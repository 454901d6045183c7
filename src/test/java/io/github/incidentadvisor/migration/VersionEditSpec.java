package io.github.incidentadvisor.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VersionEditSpec {
    @Test
    void onlyTheVersionOnTheLineChanges() {
        String before = """
                <properties>
                  <a.version>1.2</a.version> <!-- not 1.2.1 -->
                  <b.version>1.2</b.version>
                </properties>
                """;

        assertThat(edited(before, 2, "1.2", "1.3")).isEqualTo("""
                        <properties>
                          <a.version>1.3</a.version> <!-- not 1.2.1 -->
                          <b.version>1.2</b.version>
                        </properties>
                        """);
    }

    @Test
    void windowsLineEndsAndForeignBytesSurvive() {
        byte[] before = "<v>1.0</v>\r\n<!-- f\u00fcr -->\r\n".getBytes(StandardCharsets.ISO_8859_1);

        byte[] after = VersionEdit.replace(before, 1, "1.0", "2.0").orElseThrow();

        assertThat(after).isEqualTo("<v>2.0</v>\r\n<!-- f\u00fcr -->\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aVersionThatStandsTwiceOnTheLineIsNotTouched() {
        assertThat(VersionEdit.replace(bytes("<a>1.0</a><b>1.0</b>"), 1, "1.0", "2.0"))
                .isEmpty();
    }

    @Test
    void aVersionThatIsOnlyPartOfAnotherIsNotTouched() {
        assertThat(VersionEdit.replace(bytes("<a>11.0</a>"), 1, "1.0", "2.0")).isEmpty();
        assertThat(VersionEdit.replace(bytes("<a>1.0.1</a>"), 1, "1.0", "2.0")).isEmpty();
    }

    @Test
    void aLineThatIsNotThereIsNotTouched() {
        assertThat(VersionEdit.replace(bytes("<a>1.0</a>"), 2, "1.0", "2.0")).isEmpty();
    }

    private static String edited(String before, int line, String from, String to) {
        return new String(VersionEdit.replace(bytes(before), line, from, to).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
