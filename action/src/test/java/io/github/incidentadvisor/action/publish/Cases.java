package io.github.incidentadvisor.action.publish;

import static io.github.incidentadvisor.action.Reports.advisory;
import static io.github.incidentadvisor.action.Reports.change;
import static io.github.incidentadvisor.action.Reports.ending;
import static io.github.incidentadvisor.action.Reports.finding;

import io.github.incidentadvisor.action.Reports;
import io.github.incidentadvisor.model.Advisory;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Evidence;
import io.github.incidentadvisor.model.Finding;
import io.github.incidentadvisor.model.Finding.Kind;
import io.github.incidentadvisor.model.Finding.Severity;
import io.github.incidentadvisor.model.Gap;
import io.github.incidentadvisor.model.Grade;
import io.github.incidentadvisor.model.Place;
import io.github.incidentadvisor.model.Report;
import io.github.incidentadvisor.model.Role;
import io.github.incidentadvisor.model.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pull requests whose comments are kept as files and looked at. The projects are invented. */
final class Cases {
    private static final Gap REFLECTION =
            Gap.of("reflection and names that are put together", "no tool sees them in class files");

    private Cases() {}

    static Map<String, Report> all() {
        Map<String, Report> all = new TreeMap<>();
        all.put("the-mock-up", mockUp());
        all.put("clean", clean());
        all.put("forty-updates", forty());
        all.put("infrastructure-only", infrastructure());
        all.put("fork", Reports.broken());
        all.put("everything-unchecked", unchecked());
        all.put("past-its-end", pastItsEnd());
        all.put("nothing-but-incidents", incidents());
        return all;
    }

    private static Report mockUp() {
        Finding removed = finding(
                "api-3f9a1c",
                Kind.BROKEN_REFERENCE,
                Severity.BREAKS_BUILD,
                Grade.MEASURED,
                "src/main/java/com/acme/AsyncConfig.java",
                27,
                "uses TaskExecutorBuilder, which spring-boot 3.5.3 no longer has: will not compile.",
                "use ThreadPoolTaskExecutorBuilder; that works before the change too, so it can land first");
        Finding renamed = finding(
                "beh-07d2e4",
                Kind.BEHAVIOUR_CHANGE,
                Severity.BREAKS_RUNTIME,
                Grade.MEASURED,
                "src/main/java/com/acme/ReportJob.java",
                41,
                "asks for bean \"taskExecutor\"; 3.5.3 registers only applicationTaskExecutor. Compiles, then fails at start-up or"
                        + " first use.",
                "ask for \"applicationTaskExecutor\" in @Qualifier");
        Finding cluster = ending(
                "eol-5c01aa",
                "infra/eks.tf",
                8,
                "Amazon EKS 1.30: standard support ends on 2025-07-23, in 33 days; 1.31 and later" + " are available.",
                "2025-07-23",
                "move to 1.31 or later");
        Advisory boot = advisory(
                Component.Artifact.of("org.springframework.boot", "spring-boot-starter-parent"),
                true,
                "3.2.0",
                "3.5.3",
                Role.PARENT,
                "pom.xml",
                12,
                List.of(removed, renamed),
                Version.NONE);
        return Reports.asTheEngineSays()
                .asOf("2025-06-20")
                .with(boot)
                .with(advisory(
                        new Component.Image("", "eclipse-temurin"),
                        true,
                        "17",
                        "21",
                        Role.DIRECT,
                        "Dockerfile",
                        1,
                        List.of(),
                        Version.NONE))
                .with(advisory(
                        new Component.Platform("amazon-eks"),
                        false,
                        "1.30",
                        "1.30",
                        Role.DIRECT,
                        "infra/eks.tf",
                        8,
                        List.of(cluster),
                        Version.NONE))
                .with(inc118(boot))
                .with(Gap.of("release notes of hikaricp, snakeyaml", "2 of 61 moved libraries have published none"))
                .with(REFLECTION)
                .report();
    }

    private static Report.PastIncident inc118(Advisory about) {
        return new Report.PastIncident(
                "INC-118",
                "thread pool starved after Boot 3.1 to 3.2",
                "https://github.com/acme/shop/blob/main/docs/incidents/inc-118.md",
                "2024-02-11",
                0.81,
                about.id(),
                List.of("same dependency", "same file AsyncConfig.java"),
                "47 min; executor.active stood at its maximum",
                "spring-boot 3.2.0 to 3.5.3",
                new Evidence(
                        "incident",
                        Grade.INFERRED,
                        "docs/incidents/inc-118.md",
                        "",
                        "2024-02-11",
                        "The pool was starved after the upgrade of Spring Boot"));
    }

    private static Report clean() {
        return Reports.asTheEngineSays()
                .with(change("org.acme", "pool", "1.0", "1.1", "pom.xml", 21, List.of()))
                .report();
    }

    private static Report forty() {
        Reports reports = Reports.asTheEngineSays();
        for (int i = 0; i < 40; i++) {
            String file = "module-" + i / 8 + "/pom.xml";
            List<Finding> findings = i % 5 != 0
                    ? List.of()
                    : List.of(
                            finding(
                                    String.format("api-%06x", i),
                                    Kind.BROKEN_REFERENCE,
                                    Severity.BREAKS_BUILD,
                                    Grade.MEASURED,
                                    "module-" + i / 8 + "/src/main/java/com/acme/Uses" + i + ".java",
                                    10 + i,
                                    "calls Library" + i + ".open(String), which library-" + i
                                            + " 2.0 no longer has: will not compile.",
                                    "call open(Path)"),
                            finding(
                                    String.format("dep-%06x", i),
                                    Kind.DEPRECATED_REFERENCE,
                                    Severity.CAUTION,
                                    Grade.MEASURED,
                                    "module-" + i / 8 + "/src/main/java/com/acme/Uses" + i + ".java",
                                    20 + i,
                                    "calls Library" + i + ".close(), deprecated for removal.",
                                    ""));
            reports.with(change("com.example", "library-" + i, "1." + i, "2.0", file, 20 + i % 8 * 4, findings));
        }
        return reports.with(REFLECTION).report();
    }

    private static Report infrastructure() {
        return Reports.asTheEngineSays()
                .with(advisory(
                        new Component.Image("", "node"),
                        true,
                        "22",
                        "20",
                        Role.DIRECT,
                        "Dockerfile",
                        1,
                        List.of(ending(
                                "tgt-0a11ce",
                                "Dockerfile",
                                1,
                                "Node.js 20: security support ended on 2026-04-30.",
                                "2026-04-30",
                                "move to Node.js 24 (security support until 2028-04-30)")),
                        new Version("24")))
                .with(advisory(
                        new Component.Image("", "postgres"),
                        true,
                        "15",
                        "16",
                        Role.DIRECT,
                        "compose.yaml",
                        7,
                        List.of(),
                        Version.NONE))
                .with(advisory(
                        new Component.Platform("amazon-eks"),
                        false,
                        "1.33",
                        "1.33",
                        Role.DIRECT,
                        "infra/eks.tf",
                        8,
                        List.of(ending(
                                "eol-5c01ab",
                                "infra/eks.tf",
                                8,
                                "Amazon EKS 1.33: standard support ends on 2027-07-29, in 247 days.",
                                "2027-07-29",
                                "move to 1.34 or later")),
                        Version.NONE))
                .with(new Gap(
                        "chart of deploy/Chart.yaml",
                        "its version is a template and was not evaluated",
                        new Place("deploy/Chart.yaml", 9)))
                .report();
    }

    private static Report unchecked() {
        return Reports.asTheEngineSays()
                .with(change("com.acme.internal", "ledger-client", "4.2", "5.0", "pom.xml", 31, List.of()))
                .with(change("com.acme.internal", "ledger-model", "4.2", "5.0", "pom.xml", 36, List.of()))
                .with(Gap.of(
                        "what com.acme.internal:ledger-client 5.0 breaks",
                        "its jar is in no repository that Maven uses here (401 from repo.acme.example)"))
                .with(Gap.of(
                        "what com.acme.internal:ledger-model 5.0 breaks",
                        "its jar is in no repository that Maven uses here (401 from repo.acme.example)"))
                .with(Gap.of("your sources", "module app does not compile against the old class path either"))
                .with(REFLECTION)
                .report();
    }

    private static Report pastItsEnd() {
        return Reports.asTheEngineSays()
                .with(advisory(
                        Component.Artifact.of("org.springframework.boot", "spring-boot-starter-parent"),
                        true,
                        "3.2.0",
                        "3.5.3",
                        Role.PARENT,
                        "pom.xml",
                        12,
                        List.of(ending(
                                "tgt-ee6daa",
                                "pom.xml",
                                12,
                                "spring-boot-starter-parent 3.5.3: OSS support ended on 2026-06-30.",
                                "2026-06-30",
                                "move to Spring Boot 4.1.1 (OSS support until 2027-07-31)")),
                        new Version("4.1.1")))
                .with(REFLECTION)
                .report();
    }

    private static Report incidents() {
        Finding seen = finding(
                "inc-4d81b0",
                Kind.PAST_INCIDENT,
                Severity.CAUTION,
                Grade.INFERRED,
                "pom.xml",
                44,
                "Seen before (2025-05-02, 47 min): INC-131, connections leaked after the pool was upgraded. The cause may"
                        + " differ.",
                "as INC-131 left to do: alert on open connections");
        Advisory pool = change("com.zaxxer", "HikariCP", "5.1.0", "6.2.1", "pom.xml", 44, List.of(seen));
        return Reports.asTheEngineSays()
                .with(pool)
                .with(new Report.PastIncident(
                        "INC-131",
                        "connections leaked after the pool was upgraded",
                        "https://github.com/acme/shop/blob/main/docs/incidents/inc-131.md",
                        "2025-05-02",
                        0.74,
                        pool.id(),
                        List.of("same dependency", "both raise the major version"),
                        "maxLifetime was shorter than the load balancer's timeout",
                        "HikariCP 5.1.0 to 6.2.1",
                        new Evidence(
                                "incident",
                                Grade.INFERRED,
                                "docs/incidents/inc-131.md",
                                "",
                                "2025-05-02",
                                "Connections leaked after HikariCP was upgraded")))
                .with(REFLECTION)
                .report();
    }
}
