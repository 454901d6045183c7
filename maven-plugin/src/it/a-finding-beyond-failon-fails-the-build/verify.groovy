import static io.github.incidentadvisor.sample.Sandbox.*

def log = new File(basedir, "build.log").text
holds(log, "BUILD FAILURE", "OSS support of 3.2.0 ended on 2024-12-31. See ", "failOn=action: fails the build")
text(basedir.toPath().resolve("target/incident-advisor/report.json"))
return true
