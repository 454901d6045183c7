package io.github.incidentadvisor.git;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from the user's and the machine's git configuration: reading needs none of it, a missing HOME must not matter,
 * and the same tree must give the same answer on every machine.
 */
final class IsolatedConfig extends SystemReader {
    private final SystemReader machine;

    private IsolatedConfig(SystemReader machine) {
        this.machine = machine;
    }

    /** Installs it for this JVM's JGit, once. */
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof IsolatedConfig)) {
            SystemReader.setInstance(new IsolatedConfig(SystemReader.getInstance()));
            // JGit would else wait while it measures the file system's clock.
            FS.FileStoreAttributes.setBackground(true);
        }
    }

    @Override
    public String getHostname() {
        return "localhost";
    }

    @Override
    public String getenv(String variable) {
        return null;
    }

    @Override
    public String getProperty(String key) {
        return machine.getProperty(key);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public StoredConfig getUserConfig() {
        return new NoFile(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getSystemConfig() {
        return new NoFile(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getJGitConfig() {
        return new NoFile(null, FS.DETECTED);
    }

    @Override
    @SuppressWarnings("deprecation")
    public long getCurrentTime() {
        return machine.getCurrentTime();
    }

    @Override
    @SuppressWarnings("deprecation")
    public int getTimezone(long when) {
        return machine.getTimezone(when);
    }

    private static final class NoFile extends FileBasedConfig {
        NoFile(Config parent, FS fs) {
            super(parent, new File("no-such-git-config"), fs);
        }

        /**
         * JGit would else measure the clock of the file system, with files of its own in the user's {@code .git} and a thread
         * that may still write there when the run is over. Two seconds is the coarsest that file systems have.
         */
        @Override
        public String getString(String section, String subsection, String name) {
            if (ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section)) {
                return ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION.equals(name) ? "2 seconds" : "0 seconds";
            }
            return super.getString(section, subsection, name);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
