package io.github.incidentadvisor.maven;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Whether this call of a goal is the one that should work. From the command line every call is. Bound to a phase, Maven calls
 * an aggregator once for each project that inherits the binding, at the same time with {@code -T}: only the last of them works,
 * since only then is every project of the reactor built.
 */
record Turn(boolean isOurs) {
    static Turn of(MavenSession session, MojoExecution execution) {
        if (execution == null || execution.getSource() != MojoExecution.Source.LIFECYCLE) {
            return new Turn(true);
        }
        String plugin = execution.getPlugin().getKey();
        long bound = session.getProjects().stream()
                .filter(project -> isBound(project, plugin, execution.getExecutionId()))
                .count();
        String key = Turn.class.getName() + ":" + plugin + ":" + execution.getExecutionId();
        Map<String, Object> shared = session.getRequest().getData();
        synchronized (shared) {
            AtomicInteger calls = (AtomicInteger) shared.computeIfAbsent(key, k -> new AtomicInteger());
            return new Turn(calls.incrementAndGet() >= bound);
        }
    }

    private static boolean isBound(MavenProject project, String plugin, String executionId) {
        return project.getBuildPlugins().stream()
                .filter(candidate -> candidate.getKey().equals(plugin))
                .anyMatch(candidate -> candidate.getExecutionsAsMap().containsKey(executionId));
    }
}
