import static io.github.incidentadvisor.sample.Sandbox.*

def log = new File(basedir, "build.log").text
assert count(log, "failOn=never: does not fail the build") == 2 : "once in each of the two builds"
text(basedir.toPath().resolve("target/incident-advisor/report.json"))
assert !new File(basedir, "one/target/incident-advisor").exists()
return true
