package io.github.incidentadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.incidentadvisor.git.GitSandbox;
import io.github.incidentadvisor.inventory.maven.PlainMaven;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.StableId;
import io.github.incidentadvisor.organisation.Advice.Outcome;
import io.github.incidentadvisor.organisation.Organisation;
import io.github.incidentadvisor.organisation.Unread;
import io.github.incidentadvisor.report.OrganisationJson;
import io.github.incidentadvisor.settings.Setting;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanSpec {
    private static final String EKS = "resource \"aws_eks_cluster\" \"c\" {\n  version = \"1.30\"\n}\n";

    @TempDir
    private Path folder;

    private Path clones;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        clones = Files.createDirectories(folder.resolve("clones"));
        out = folder.resolve("out");
    }

    @Test
    void theSameMigrationIsToldOnceWithItsRepositoriesAndPlaces() throws Exception {
        repository("acme+shop", Map.of("infra/eks.tf", EKS, "db/compose.yaml", image("postgres:12")));
        repository("acme+billing", Map.of("eks.tf", EKS));

        scan();

        assertThat(report().migrations()).hasSize(2).anySatisfy(eks -> {
            assertThat(eks.title()).isEqualTo("Amazon EKS 1.30 → 1.36");
            assertThat(eks.within().stream().map(one -> one.repository() + " " + one.places()))
                    .containsExactly("acme/billing [eks.tf:2]", "acme/shop [infra/eks.tf:2]");
        });
    }

    @Test
    void ordinaryBareAndNestedClonesAreReadOfTheirDefaultBranch() throws Exception {
        GitSandbox ordinary = repository("acme+ordinary", Map.of("eks.tf", EKS));
        ordinary.branch("feature");
        ordinary.write("eks.tf", EKS.replace("1.30", "1.29"));
        ordinary.commit("On a branch");
        ordinary.close();
        bare("acme+ordinary", clones.resolve("acme+bare"));
        bare("acme+ordinary", clones.resolve("acme+nested/repo"));

        scan();

        assertThat(report().migrations().stream().flatMap(one -> one.within().stream()))
                .extracting(one -> one.repository() + " " + one.title())
                .containsExactlyInAnyOrder(
                        "acme/bare Amazon EKS 1.29 → 1.36",
                        "acme/nested Amazon EKS 1.29 → 1.36",
                        "acme/ordinary Amazon EKS 1.30 → 1.36");
    }

    @Test
    void oneBadRepositoryIsALineAndNeverTheEnd() throws Exception {
        repository("acme+good", Map.of("eks.tf", EKS));
        GitSandbox.in(clones.resolve("acme+empty")).close();
        Files.createDirectories(clones.resolve("acme+nothing"));
        repository("acme+corrupt", Map.of("eks.tf", EKS)).close();
        try (Stream<Path> objects = Files.walk(clones.resolve("acme+corrupt/.git/objects"))) {
            for (Path object : objects.filter(Files::isRegularFile).toList()) {
                object.toFile().setWritable(true);
                Files.write(object, new byte[] {1, 2, 3});
            }
        }
        manyFiles(repository("acme+many", Map.of("README", "")).git().getRepository(), 10_000);
        Path list = clones.resolve("list.txt");
        Files.writeString(
                list,
                "acme/good\nacme/empty\n\n# a note\nacme/nothing\nacme/corrupt\nacme/many\nacme/gone\nacme/../../etc\n");

        scan(Setting.REPOSITORIES, list.toString());

        assertThat(report().members()).extracting(member -> member.name()).containsExactly("acme/good");
        assertThat(report().unread())
                .extracting(Unread::name)
                .contains("acme/empty", "acme/nothing", "acme/corrupt", "acme/many", "acme/gone");
        assertThat(report().unread())
                .extracting(Unread::reason)
                .anyMatch(reason -> reason.startsWith("has no commit"))
                .anyMatch(reason -> reason.equals("holds no git repository"))
                .anyMatch(reason -> reason.startsWith("is not there"))
                .anyMatch(reason -> reason.contains("10000 files that may be manifests"));
    }

    @Test
    void whatHasNotChangedIsTakenOverUntilADayComesThatMatters() throws Exception {
        repository("acme+shop", Map.of("eks.tf", EKS));
        repository("acme+billing", Map.of("eks.tf", EKS));
        assertThat(scan().get(0)).startsWith("2 repositories read, 0 of them as before");
        Path report = out.resolve("repositories/acme+shop/report.json");
        FileTime written = Files.getLastModifiedTime(report);

        assertThat(scan().get(0)).isEqualTo("2 repositories read, 2 of them as before, 0 not; 0 requests");
        assertThat(Files.getLastModifiedTime(report)).isEqualTo(written);

        try (GitSandbox shop = GitSandbox.in(clones.resolve("acme+shop"))) {
            shop.write("README", "more");
            shop.commit("More");
        }
        assertThat(scan().get(0)).startsWith("2 repositories read, 1 of them as before");
        assertThat(scan(Setting.TODAY, "2026-11-25").get(0)).startsWith("2 repositories read, 2 of them as before");
        assertThat(scan(Setting.TODAY, "2027-11-25").get(0)).startsWith("2 repositories read, 0 of them as before");
        assertThat(scan(Setting.TODAY, "2026-11-24").get(0))
                .as("a clock that went back")
                .startsWith("2 repositories read, 0 of them");
        assertThat(scan(Setting.KUBERNETES_VERSION, "1.30").get(0))
                .startsWith("2 repositories read, 0 of them as before");
    }

    @Test
    void aRunThatWasStoppedGoesOnAndEndsInTheSameBytes() throws Exception {
        for (int i = 0; i < 6; i++) {
            repository("acme+r" + i, Map.of("eks.tf", EKS, "compose.yaml", image("postgres:1" + i)));
        }
        scan(Setting.OUTPUT_DIRECTORY, folder.resolve("whole").toString());

        scan();
        Files.delete(out.resolve("repositories/acme+r2/state.json"));
        Files.writeString(out.resolve("repositories/acme+r2/report.json"), "{\"half\": ");
        Files.writeString(out.resolve("repositories/acme+r4/state.json"), "half");
        Files.delete(out.resolve("organisation.json"));

        assertThat(scan().get(0)).startsWith("6 repositories read, 4 of them as before");
        assertThat(bytes(out)).isEqualTo(bytes(folder.resolve("whole")));
    }

    @Test
    void shardsMergedAreWhatOneRunGives() throws Exception {
        for (int i = 0; i < 7; i++) {
            repository("acme+r" + i, Map.of("eks.tf", EKS, "compose.yaml", image("postgres:1" + i)));
        }
        scan(Setting.OUTPUT_DIRECTORY, folder.resolve("whole").toString());
        Path shards = folder.resolve("shards");
        for (int i = 1; i <= 3; i++) {
            scan(
                    Setting.SHARD,
                    i + "/3",
                    Setting.OUTPUT_DIRECTORY,
                    shards.resolve("s" + i).toString());
        }

        merge(shards);

        Map<String, String> merged = bytes(out);
        Map<String, String> whole = bytes(folder.resolve("whole"));
        whole.remove("scan.json");
        assertThat(merged).isEqualTo(whole);
    }

    @Test
    void aShardThatIsMissingOrDidNotEndIsSaidAndItsRepositoriesAreNamed() throws Exception {
        for (int i = 0; i < 4; i++) {
            repository("acme+r" + i, Map.of("eks.tf", EKS));
        }
        scan(
                Setting.SHARDS,
                "2",
                Setting.OUTPUT_DIRECTORY,
                folder.resolve("plan").toString());
        String plan = folder.resolve("plan/plan.json").toString();
        assertThat(folder.resolve("plan/shards.json")).hasContent("[1, 2]");
        assertThat(folder.resolve("plan/shard-1.txt")).hasContent("acme/r0\nacme/r2");
        Path shards = folder.resolve("shards");
        scan(
                Setting.SHARD,
                "1",
                Setting.PLAN,
                plan,
                Setting.OUTPUT_DIRECTORY,
                shards.resolve("s1").toString());
        Path unfinished = shards.resolve("s1/scan.json");
        Files.writeString(
                unfinished, Files.readString(unfinished).replace("\"finished\" : true", "\"finished\" : false"));
        Files.delete(shards.resolve("s1/repositories/acme+r2/state.json"));

        merge(shards, Setting.PLAN, plan);

        assertThat(report().members()).extracting(member -> member.name()).containsExactly("acme/r0");
        assertThat(report().unread().stream().map(one -> one.name() + " " + one.reason()))
                .containsExactly(
                        "acme/r1 is in a shard that is missing",
                        "acme/r2 was not read before its shard ended",
                        "acme/r3 is in a shard that is missing",
                        "shard 1 of 2 did not come to its end; what it had read is in this report",
                        "shard 2 of 2 is missing: its repositories are not in this report");
    }

    @Test
    void whatIsNewNearerAndResolvedSinceTheLastScanIsSaid() throws Exception {
        GitSandbox shop = repository("acme+shop", Map.of("eks.tf", EKS, "compose.yaml", image("postgres:14")));
        scan(Setting.TODAY, "2026-10-01");

        shop.write("eks.tf", EKS.replace("1.30", "1.36"));
        shop.write("redis/compose.yaml", image("redis:6.0"));
        shop.commit("EKS 1.36");
        repository("acme+new", Map.of("eks.tf", EKS));
        scan(Setting.TODAY, "2026-11-24");

        assertThat(report().since().day()).isEqualTo("2026-10-01");
        assertThat(report().since().fresh()).extracting(line -> line.title()).containsExactly("Redis 6.0 → 7.2");
        assertThat(report().since().nearer()).extracting(line -> line.title()).containsExactly("PostgreSQL 14 → 15");
        assertThat(report().since().resolved())
                .extracting(line -> line.title())
                .containsExactly("Amazon EKS 1.30 → 1.36");
        assertThat(report().since().joined()).containsExactly("acme/new");
    }

    @Test
    void whatCameOfAdviceIsReadOffVersionsAndHistory() throws Exception {
        GitSandbox advised = repository("acme+advised", Map.of("eks.tf", EKS));
        GitSandbox otherwise = repository("acme+otherwise", Map.of("eks.tf", EKS));
        GitSandbox removed = repository("acme+removed", Map.of("eks.tf", EKS, "README", "a"));
        GitSandbox reverted = repository("acme+reverted", Map.of("eks.tf", EKS));
        repository("acme+open", Map.of("eks.tf", EKS));
        scan();

        move(advised, "1.36");
        move(otherwise, "1.35");
        removed.delete("eks.tf").commit("No cluster any more");
        move(reverted, "1.36");
        move(reverted, "1.30");
        scan(Setting.TODAY, "2026-11-25");

        Organisation report = report();
        assertThat(outcomes(report, "acme/advised")).containsExactly(Outcome.AS_ADVISED);
        assertThat(outcomes(report, "acme/otherwise")).containsExactly(Outcome.OTHERWISE);
        assertThat(outcomes(report, "acme/removed")).containsExactly(Outcome.REMOVED);
        assertThat(outcomes(report, "acme/reverted")).containsExactly(Outcome.REVERTED);
        assertThat(outcomes(report, "acme/open")).containsExactly(Outcome.OPEN);

        move(advised, "1.30");
        scan(Setting.TODAY, "2026-11-26");
        assertThat(outcomes(report(), "acme/advised")).as("taken back later").containsExactly(Outcome.REVERTED);
    }

    @Test
    void whoUsesWhatIsAnsweredFromWhatWasRead() throws Exception {
        repository("acme+a", Map.of("compose.yaml", image("postgres:12")));
        repository("acme+b", Map.of("compose.yaml", image("postgres:16")));
        repository("acme+c", Map.of("compose.yaml", image("postgres")));
        scan();

        assertThat(scan(Setting.WHO, "postgres<15").get(0)).startsWith("3 repositories read, 3 of them as before");

        assertThat(report().affected()).singleElement().satisfies(who -> {
            assertThat(who.repositories()).isEqualTo(1);
            assertThat(who.places())
                    .extracting(one -> one.repository() + " " + one.use().place())
                    .containsExactly("acme/a compose.yaml:3");
            assertThat(who.unsure()).extracting(one -> one.repository()).containsExactly("acme/c");
        });
    }

    @Test
    void aRepositoryMaySayWhatIsItsOwnAndNothingElse() throws Exception {
        repository(
                "acme+bold",
                Map.of(
                        "eks.tf",
                        EKS,
                        ".incident-advisor.yml",
                        "osvUrl: https://evil.example\noutputDirectory: /tmp/evil\ntoday: 2020-01-01\nsuppressions:\n"
                                + "  - {rule: nothing, reason: r, until: 2027-01-01}\n"));

        scan();

        assertThat(report().migrations()).hasSize(1);
        String its = Files.readString(out.resolve("repositories/acme+bold/report.json"));
        assertThat(its)
                .contains("\"asOf\" : \"2026-11-24\"")
                .contains("osvUrl of .incident-advisor.yml")
                .doesNotContain("evil.example");
    }

    @Test
    void whatIsWrongWithTheCallIsSaidBeforeAnyWork() {
        assertThatThrownBy(() -> scan(Setting.REPOSITORIES, "nowhere"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> scan(Setting.SHARD, "3/2"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("no shard 3 of 2");
        assertThatThrownBy(() -> scan(Setting.SHARD, "x"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("3/16");
        assertThatThrownBy(() -> scan(Setting.WHO, "a<"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("who is 'a<'");
        assertThatThrownBy(() -> scan(Setting.SHARDS, "300"))
                .isInstanceOf(AdvisorException.class)
                .hasMessageContaining("256");
        assertThat(out).doesNotExist();
    }

    private static void move(GitSandbox repository, String version) throws Exception {
        repository.write("eks.tf", EKS.replace("1.30", version)).commit("EKS " + version);
    }

    private static List<Outcome> outcomes(Organisation report, String name) {
        return report.members().stream()
                .filter(member -> member.name().equals(name))
                .flatMap(member -> member.advice().stream())
                .map(advice -> advice.outcome())
                .toList();
    }

    /** A commit with one content under many names, made without a file on the disk. */
    private static void manyFiles(Repository git, int count) throws Exception {
        try (ObjectInserter objects = git.newObjectInserter()) {
            ObjectId content = objects.insert(Constants.OBJ_BLOB, "a: 1\n".getBytes(StandardCharsets.UTF_8));
            TreeFormatter files = new TreeFormatter();
            for (int i = 0; i < count; i++) {
                files.append("%05d.yaml".formatted(i), FileMode.REGULAR_FILE, content);
            }
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(objects.insert(files));
            commit.setAuthor(new PersonIdent("A", "a@example.org"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("Many");
            RefUpdate main = git.updateRef("refs/heads/main");
            main.setNewObjectId(objects.insert(commit));
            objects.flush();
            main.forceUpdate();
        }
    }

    private GitSandbox repository(String name, Map<String, String> files) throws Exception {
        GitSandbox repository = GitSandbox.in(Files.createDirectories(clones.resolve(name)));
        for (Map.Entry<String, String> file : files.entrySet()) {
            repository.write(file.getKey(), file.getValue());
        }
        repository.commit("All of it");
        return repository;
    }

    private void bare(String from, Path to) throws Exception {
        Git.cloneRepository()
                .setURI(clones.resolve(from).toUri().toString())
                .setDirectory(to.toFile())
                .setBare(true)
                .call()
                .close();
    }

    private static String image(String name) {
        return "services:\n  db:\n    image: " + name + "\n";
    }

    private List<String> merge(Path shards, Object... settings) {
        List<Object> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(Setting.MERGE, shards.toString()));
        return scan(all.toArray());
    }

    private List<String> scan(Object... settings) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.put(Setting.REPOSITORIES, clones.toString());
        all.put(Setting.OUTPUT_DIRECTORY, out.toString());
        all.put(Setting.CACHE_DIRECTORY, folder.resolve("cache").toString());
        all.put(Setting.OFFLINE, "true");
        all.put(Setting.TODAY, "2026-11-24");
        for (int i = 0; i < settings.length; i += 2) {
            all.put((Setting) settings[i], (String) settings[i + 1]);
        }
        Surroundings surroundings = new Surroundings(
                PlainMaven.over(folder.resolve("remote"), folder.resolve("local"), folder),
                folder.resolve("cache"),
                ProxySelector.getDefault(),
                Clock.systemUTC(),
                System::nanoTime,
                Progress.SILENT);
        return Scan.many(surroundings, new Advisor.Question(folder, all, Map.of()));
    }

    private Organisation report() throws IOException {
        return OrganisationJson.read(Files.readAllBytes(out.resolve("organisation.json")));
    }

    /** A hash for each file. */
    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(folder.relativize(file).toString(), hash(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }

    private static String hash(byte[] bytes) {
        return StableId.of("sha", new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
