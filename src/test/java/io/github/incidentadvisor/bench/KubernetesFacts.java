package io.github.incidentadvisor.bench;

import io.github.incidentadvisor.evidence.kubernetes.ApiTableMaker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the bundled table of APIs that Kubernetes stops serving anew: {@code FACTS.json AS_OF TABLE.tsv}. */
public final class KubernetesFacts {
    private KubernetesFacts() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            throw new IllegalArgumentException(
                    "needs the facts, the day until which they are true, and the table to write");
        }
        String table = ApiTableMaker.table(Path.of(args[0]), args[1]);
        Files.writeString(Path.of(args[2]), table, StandardCharsets.UTF_8);
        System.out.println(table.lines()
                        .filter(line -> line.contains("\tkubernetes\t"))
                        .count()
                + " pairs by Kubernetes' own word, "
                + table.lines().filter(line -> line.contains("\tpeers\t")).count() + " by others, "
                + table.getBytes(StandardCharsets.UTF_8).length + " bytes");
    }
}
