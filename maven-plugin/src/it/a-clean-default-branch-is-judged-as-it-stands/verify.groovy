import static io.github.incidentadvisor.sample.Sandbox.*

def report = text(basedir.toPath().resolve("target/incident-advisor/report.json"))
holds(report, '"mode" : "state"', '"kind" : "end-of-life"', '"deadline" : "2024-12-31"', '"kind" : "orphan-pin"', '"line" : 13')
def log = new File(basedir, "build.log").text
holds(log, "spring-boot-starter-parent 3.2.0 (pom.xml:6, parent): past its end", "<snakeyaml.version> pins snakeyaml to 2.0, behind the 2.2")
assert log.readLines().findAll { it.startsWith("[INFO]") }.size() < 40
return true
