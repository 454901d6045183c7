package io.github.incidentadvisor.organisation;

import java.util.List;

/**
 * An incident that bears on migrations.
 *
 * @param repositories those whose migrations it resembles
 * @param migrations titles of these
 */
public record SharedIncident(
        String id, String title, String url, String date, List<String> repositories, List<String> migrations) {
    public SharedIncident {
        repositories = List.copyOf(repositories);
        migrations = List.copyOf(migrations);
    }
}
