import static io.github.incidentadvisor.sample.Sandbox.*

def log = new File(basedir, "build.log").text
holds(log, "evidence: mvn incident-advisor:explain -Dincident-advisor.id=eol-b71fa2",
        "pin-685c3c  orphan-pin, caution, measured", "at pom.xml:13", '"<snakeyaml.version> = 2.0"',
        "Nothing in the last report (judged by 2026-11-24) has the id 'pin-000000'. It has: eol-b71fa2, ")
return true
