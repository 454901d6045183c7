package io.github.incidentadvisor;

/** Told what is going on, for people who wait. Called from any thread. */
public interface Progress {
    /** A stage begins; {@code what} is a short present participle: {@code reading the POMs of 1f3a9c2}. */
    void begins(String what);

    /** Something that people should see even when all goes well. */
    void warns(String message);

    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void begins(String what) {}

        @Override
        public void warns(String message) {}
    };
}
