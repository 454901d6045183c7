package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.evidence.lifecycle.LifecycleTableMaker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the bundled table of lifecycle facts anew: {@code FOLDER_OF_API_ANSWERS TABLE.tsv}. */
public final class LifecycleFacts {
    private LifecycleFacts() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "needs a folder of answers of /products/{product}, and the table to write");
        }
        String table = LifecycleTableMaker.table(Path.of(args[0]));
        Files.writeString(Path.of(args[1]), table, StandardCharsets.UTF_8);
        System.out.println(
                table.lines().filter(line -> line.startsWith("product\t")).count() + " products, "
                        + table.lines().filter(line -> line.startsWith("\t")).count() + " cycles, "
                        + table.getBytes(StandardCharsets.UTF_8).length + " bytes");
    }
}
