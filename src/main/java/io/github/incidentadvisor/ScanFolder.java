package io.github.incidentadvisor;

import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.organisation.Member;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.Part;
import io.github.incidentadvisor.report.OrganisationJson;
import io.github.incidentadvisor.report.Outputs;
import io.github.incidentadvisor.report.ScanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a scan leaves behind: {@code repositories/OWNER+NAME} with the reports of each and {@code state.json}, which is written last;
 * {@code scan.json}; {@code organisation.*}. What cannot be read is as if it were not there: it is made again.
 */
record ScanFolder(Path path) {
    private static final long LONGEST = 64L << 20;

    /** Where a repository's files are. The name is anybody's: what no folder can be called is hashed. */
    Path of(String name) {
        String plain = name.replace('/', '+');
        boolean usable = plain.matches("[A-Za-z0-9_][A-Za-z0-9._+-]{0,200}");
        String safe = usable
                ? plain
                : plain.replaceAll("[^A-Za-z0-9_-]", "_").substring(0, Math.min(100, plain.length()))
                        + StableId.of("-", name);
        return path.resolve("repositories").resolve(safe);
    }

    Optional<Member> member(String name) {
        return read(of(name).resolve("state.json"), OrganisationJson::readMember)
                .filter(member -> member.name().equals(name));
    }

    Optional<Organisation> organisation() {
        return read(path.resolve("organisation.json"), OrganisationJson::read);
    }

    Optional<Part> part() {
        return read(path.resolve("scan.json"), ScanJson::read);
    }

    void write(Part part) {
        Outputs.write(path, Map.of("scan.json", Optional.of(ScanJson.write(part))));
    }

    /** Takes a repository's files over from where they lie; state.json last, since it says that the others are whole. */
    void take(String name, ScanFolder from) {
        Path source = from.of(name);
        try (Stream<Path> files = Files.list(source)) {
            Map<String, Optional<byte[]>> all = new TreeMap<>();
            for (Path file : files.sorted().toList()) {
                String plain = file.getFileName().toString();
                if (Files.isRegularFile(file) && !plain.startsWith(".")) {
                    all.put(plain, Optional.of(Files.readAllBytes(file)));
                }
            }
            Optional<byte[]> state = all.remove("state.json");
            Outputs.write(of(name), all);
            if (state != null) {
                Outputs.write(of(name), Map.of("state.json", state));
            }
        } catch (IOException e) {
            throw new AdvisorException("The files of " + name + " in " + from.path() + " cannot be read: " + e, e);
        }
    }

    private static <T> Optional<T> read(Path file, Function<byte[], T> reader) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST
                    ? Optional.of(reader.apply(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException | AdvisorException e) {
            return Optional.empty();
        }
    }
}
