import static io.github.incidentadvisor.sample.Sandbox.*

def report = text(basedir.toPath().resolve("target/incident-advisor/report.json"))
holds(report, '"mode" : "what-if"', '"verdict" : "broken"', '"kind" : "build-policy"', '"rule" : "requireUpperBoundDeps"',
        'org.springframework:spring-core is 6.1.1, but org.springframework:spring-context:6.2.8 asks for 6.2.8')
return true
