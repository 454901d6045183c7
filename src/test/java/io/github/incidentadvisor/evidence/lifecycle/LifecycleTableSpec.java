package io.github.incidentadvisor.evidence.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.SharedData;
import io.github.incidentadvisor.evidence.Product;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTableSpec {
    @TempDir
    private Path folder;

    @Test
    void whatTheApiSaysAndItsTableAreTheSameInAllProductsOfTheSharedData() throws Exception {
        Path answers = SharedData.at("endoflife/v1/products");
        String text = LifecycleTableMaker.table(answers);
        LifecycleTable table = read(text);

        assertThat(table.products()).hasSize(177);
        assertThat(table.text()).isEqualTo(text);
        for (Path file : LifecycleTableMaker.files(answers)) {
            ApiAnswer answer = ApiAnswer.read(Files.readAllBytes(file));
            assertThat(table.product(answer.product().id())).contains(answer.product());
        }
    }

    @Test
    void theTableThatShipsIsSmallAndOfTheDayItNames() throws IOException {
        LifecycleTable table = LifecycleTable.bundled();

        assertThat(table.text().getBytes(UTF_8)).hasSizeLessThan(400_000);
        assertThat(table.asOf()).isEqualTo("2026-08-22");
        assertThat(table.products()).hasSize(177);
    }

    @Test
    void theTableThatShipsIsWhatTheGeneratorMakesOfTheSharedData() throws IOException {
        Path answers = SharedData.at("endoflife/v1/products");

        assertThat(LifecycleTable.bundled().text()).isEqualTo(LifecycleTableMaker.table(answers));
    }

    @Test
    void aProductIsFoundByItsIdAndByItsAliases() {
        LifecycleTable table = LifecycleTable.bundled();

        assertThat(table.product("temurin").map(ProductFacts::id)).contains("eclipse-temurin");
        assertThat(table.product("maven").map(ProductFacts::id)).contains("apache-maven");
        assertThat(table.product("cobol")).isEmpty();
    }

    @Test
    void aPhaseThatTheProjectItselfAndForNothingProlongsIsNotCalledPaid() {
        Product hibernate = new BundledLifecycles(LocalDate.parse("2026-11-23"))
                .product("hibernate")
                .orElseThrow();
        var of66 = hibernate.cycles().stream()
                .filter(c -> c.name().equals("6.6"))
                .findFirst()
                .orElseThrow();
        var of70 = hibernate.cycles().stream()
                .filter(c -> c.name().equals("7.0"))
                .findFirst()
                .orElseThrow();

        assertThat(of66.activeSupport().what()).isEqualTo("Stable support");
        assertThat(of66.endOfLife().isKnown()).isFalse();
        assertThat(of66.paidSupport().isKnown() || of66.paidOpen()).isFalse();
        assertThat(of70.endOfLife().on()).isEqualTo("2025-08-10");
    }

    @Test
    void longTermSupportBeginsOnItsDay() throws IOException {
        LifecycleTable table = read("""
                # as of 2026-01-01
                product\tnodejs\tNode.js\thttps://endoflife.date/nodejs\t\t\tSecurity Support
                \t26\t2026-04-22\t2026-10-28\t\t2029-04-30
                """);

        assertThat(lts(table, "2026-10-27")).isFalse();
        assertThat(lts(table, "2026-10-28")).isTrue();
    }

    @Test
    void aDamagedTableIsNamedByItsLine() {
        assertThatThrownBy(() -> read("# as of 2026-01-01\nrubbish\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("\t1.0\n")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("product" + "\tx".repeat(20))).hasMessage("line 1 has 21 fields, not 9");
    }

    @Test
    void anAnswerThatIsNoneIsNamedByItsFile() throws IOException {
        Files.writeString(folder.resolve("odd.json"), "[]");

        assertThatThrownBy(() -> LifecycleTableMaker.table(folder)).hasMessage("odd.json: 'result' is no object");
    }

    private static boolean lts(LifecycleTable table, String today) {
        LocalDate day = LocalDate.parse(today);
        return table.product("nodejs")
                .orElseThrow()
                .on(day, day)
                .cycles()
                .get(0)
                .lts();
    }

    private static LifecycleTable read(String text) throws IOException {
        return LifecycleTable.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
