package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.Advisor;
import io.github.incidentadvisor.Delivery;
import io.github.incidentadvisor.Migrator;
import io.github.incidentadvisor.ReportFolder;
import io.github.incidentadvisor.Scan;
import io.github.incidentadvisor.Surroundings;
import io.github.incidentadvisor.Wording;
import io.github.incidentadvisor.draft.IsolatedModels;
import io.github.incidentadvisor.settings.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Runs the engine for a session. */
@Named
@Singleton
public class Checks {
    private final LiveMaven maven;

    @Inject
    Checks(LiveMaven maven) {
        this.maven = maven;
    }

    Delivery run(MavenSession session, Map<Setting, String> commandLine, Map<Setting, String> configured, Log log) {
        Surroundings surroundings = surroundings(session, log);
        Path where = LiveMaven.root(session);
        Advisor.Answer answer = new Advisor(surroundings).check(new Advisor.Question(where, commandLine, configured));
        return Delivery.of(worded(answer, session, surroundings, where), where);
    }

    /** The state of the present project. */
    Delivery scan(MavenSession session, Advisor.Question question, Log log) {
        Surroundings surroundings = surroundings(session, log);
        Advisor.Answer answer = Scan.present(surroundings, question);
        return Delivery.of(worded(answer, session, surroundings, question.where()), question.where());
    }

    /** The state of many repositories, told in lines; a model words none of them. */
    List<String> scanMany(MavenSession session, Advisor.Question question, Log log) {
        return Scan.many(surroundings(session, log), question);
    }

    private Surroundings surroundings(MavenSession session, Log log) {
        return new Surroundings(
                maven.of(session),
                Path.of(System.getProperty("user.home"), ".cache", "incident-advisor"),
                LiveMaven.proxies(session),
                Clock.systemDefaultZone(),
                System::nanoTime,
                new MavenProgress(log, System::nanoTime),
                System.getenv());
    }

    /** The answer in a model's words, if one is configured. */
    private Advisor.Answer worded(Advisor.Answer answer, MavenSession session, Surroundings surroundings, Path where) {
        Wording.Surrounding surrounding = new Wording.Surrounding(
                surroundings.cacheHome(),
                ReportFolder.of(where, answer.settings()).path(),
                System.getenv(),
                maven.password(session, answer.settings().text(Setting.SERVER_ID)),
                surroundings.proxies(),
                surroundings.progress());
        ModelLibrary library = new ModelLibrary(maven.repositories(), session, surroundings.progress());
        return answer.in(
                new Wording(answer.settings(), new IsolatedModels(library::jars), surrounding).worded(answer.report()));
    }

    /** Begins a migration; lines for the console. */
    List<String> migrate(
            MavenSession session, Map<Setting, String> commandLine, Map<Setting, String> configured, Log log) {
        Advisor.Question question = new Advisor.Question(LiveMaven.root(session), commandLine, configured);
        return new Migrator(surroundings(session, log)).begin(question).lines();
    }
}
