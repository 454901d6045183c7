package io.github.incidentadvisor.maven;

import io.github.incidentadvisor.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;

/**
 * What the user passed with {@code -D}. Maven itself lets a POM's {@code <configuration>} beat that; we ask the session
 * instead, since whoever types a value means it.
 */
final class CommandLine {
    private CommandLine() {}

    static Map<Setting, String> of(MavenSession session) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = session.getUserProperties().getProperty(Setting.PREFIX + setting.key());
            if (value != null) {
                values.put(setting, value);
            }
        }
        if (session.isOffline()) {
            values.put(Setting.OFFLINE, "true");
        }
        return values;
    }
}
