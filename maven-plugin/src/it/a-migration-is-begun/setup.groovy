io.github.incidentadvisor.sample.Sandbox.repository(basedir.toPath())
return true
