package io.github.incidentadvisor.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Tells what the version changes of this project risk, and what to do about it. */
@Mojo(name = "check", aggregator = true, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    @Override
    public void execute() {}
}
