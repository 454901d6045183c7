package io.github.incidentadvisor.evidence.linkage.runtime;

import static io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.jar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.incidentadvisor.evidence.linkage.runtime.Upgraded.Jarred;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeanNamesSpec {
    private static final String JOB = "src/main/java/app/Job.java";

    @TempDir
    Path folder;

    @Test
    void anAliasThatIsGoneIsToldWithItsSibling() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:auto:3.2.0", beans("@Bean(name = {\"appPool\", \"pool\"}) public Object appPool()"))
                .after("org.a:auto:3.5.3", beans("@Bean(\"appPool\") public Object appPool()"))
                .project(JOB, """
                        package app;
                        class Job {
                            Job(@Qualifier("pool") Executor pool) {}
                        }
                        """);

        assertThat(upgraded.found())
                .containsExactly("FAILS_RUN " + JOB + ":3 asks for bean \"pool\"; auto 3.5.3 registers no bean of that"
                        + " name any more (still: appPool). Compiles, then fails at start-up or first use");
        assertThat(upgraded.fixes()).containsExactly("ask for \"appPool\" instead of \"pool\" in @Qualifier (first)");
        assertThat(upgraded.quotes())
                .containsExactly("auto 3.2.0, auto.PoolConfiguration#appPool: @Bean names [appPool, pool];"
                        + " of these registered now: [appPool]");
    }

    @Test
    void aMethodNameIsABeanName() {
        Upgraded upgraded = gone("@Bean public Object pool()");
        upgraded.project(JOB, "class Job { Object o = context.getBean(\"pool\", Executor.class); }");

        assertThat(upgraded.found()).hasSize(1).first().asString().contains(":1 asks for bean \"pool\"");
    }

    @Test
    void everyWayToAskByNameCounts() {
        Upgraded upgraded = gone("@Bean public Object pool()");
        upgraded.project(JOB, """
                class Job {
                    @Resource(name = "pool") Executor a;
                    @Async("pool") void b() {}
                    @Transactional(transactionManager = "pool") void c() {}
                    @Cacheable(cacheNames = "pool", keyGenerator = "x") void d() {}
                    @CachePut(cacheNames = "y", keyGenerator = "pool") void e() {}
                }
                @DependsOn({"other", "pool"})
                class More {}
                """).project("src/main/resources/beans.xml", """
                <beans>
                  <!-- <property ref="pool"/> -->
                  <bean class="a.B">
                    <property name="x"
                        ref="pool"/>
                  </bean>
                </beans>
                """);

        assertThat(upgraded.compare().behaviours())
                .extracting(one -> one.place().toString())
                .containsExactly(
                        JOB + ":2", JOB + ":3", JOB + ":4", JOB + ":6", JOB + ":8", "src/main/resources/beans.xml:5");
    }

    @Test
    void aNameThatTheProjectDefinesItselfIsItsOwn() {
        String ask = "class Job { Job(@Qualifier(\"pool\") Object p) {} }\n";

        for (String own : new String[] {
            "class C { @Bean public Object pool() { return null; } }",
            "class C { @Bean(\"pool\") Object x() { return null; } }",
            "class C { @Bean @Qualifier(\"pool\") Object x() { return null; } }",
            "@Service(\"pool\") class C {}",
            "@Component class Pool {}",
            "class C { void f() { registry.registerSingleton(\"pool\", this); } }"
        }) {
            Upgraded upgraded = new Upgraded(folder.resolve(Integer.toHexString(own.hashCode())))
                    .before("org.a:auto:1", beans("@Bean public Object pool()"))
                    .after("org.a:auto:2", beans("@Bean public Object other()"))
                    .project(JOB, ask)
                    .project("src/main/java/app/C.java", own);

            assertThat(upgraded.found()).as(own).isEmpty();
        }
    }

    @Test
    void aNameInXmlOrKotlinIsTheProjectsOwn() {
        Upgraded upgraded = gone("@Bean public Object pool()");
        upgraded.project(JOB, "class Job { Job(@Qualifier(\"pool\") Object p) {} }")
                .project("src/main/kotlin/app/C.kt", "@Bean fun pool() = Pool()");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aBeanThatAnotherJarRegistersNowIsNotGone() {
        Upgraded upgraded = gone("@Bean public Object pool()");
        upgraded.after("org.a:auto-pool:2", beans("@Bean(\"pool\") public Object anything()"))
                .project(JOB, "class Job { Job(@Qualifier(\"pool\") Object p) {} }");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void aBeanThatNewCodeRegistersIsNotGone() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:auto:1", beans("@Bean public Object pool()"))
                .after("org.a:auto:2", beans("@Bean public Object other()").type("auto.Registrar", """
                                package auto;
                                class Registrar {
                                    void run() { registerBean(name("pool"), new Object()); }
                                    String name(String n) { return n; }
                                    void registerBean(String n, Object o) {}
                                }
                                """))
                .project(JOB, "class Job { Job(@Qualifier(\"pool\") Object p) {} }");

        assertThat(upgraded.found()).isEmpty();
    }

    @Test
    void whereverTheNameOnlyStandsInOldCodeItIsGoneAllTheSame() {
        String parser = """
                package auto;
                class Parser {
                    void parse() { set("pool", 1); registerComponent(this); }
                    void set(String n, int v) {}
                    void registerComponent(Object o) {}
                }
                """;
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:auto:1", beans("@Bean public Object pool()").type("auto.Parser", parser))
                .after("org.a:auto:2", beans("@Bean public Object other()").type("auto.Parser", parser))
                .project(JOB, "class Job { Job(@Qualifier(\"pool\") Object p) {} }");

        assertThat(upgraded.found()).hasSize(1);
    }

    @Test
    void aClassThatCannotBeReadIsAGap() {
        Upgraded upgraded = new Upgraded(folder)
                .before("org.a:auto:1", beans("@Bean public Object pool()"))
                .after("org.a:auto:2", beans("@Bean public Object other()").file("auto/Config.class", broken("pool")))
                .project(JOB, "class Job { Job(@Qualifier(\"pool\") Object p) {} }");

        assertThat(upgraded.gaps()).contains("auto 2!/auto.Config: it is no class file that can be read");
    }

    private Upgraded gone(String method) {
        return new Upgraded(folder)
                .before("org.a:auto:1", beans(method))
                .after("org.a:auto:2", beans("@Bean public Object other()"));
    }

    private static byte[] broken(String mention) {
        byte[] entry = ClassFiles.utf8(mention);
        byte[] file = new byte[entry.length + 10];
        System.arraycopy(entry, 0, file, 10, entry.length);
        return file;
    }

    private static Jarred beans(String method) {
        return jar().file("META-INF/spring.factories", "")
                .type("org.springframework.context.annotation.Bean", """
                        package org.springframework.context.annotation;
                        import java.lang.annotation.*;
                        @Retention(RetentionPolicy.RUNTIME)
                        public @interface Bean { String[] value() default {}; String[] name() default {}; }
                        """)
                .type("auto.PoolConfiguration", """
                        package auto;
                        import org.springframework.context.annotation.Bean;
                        class PoolConfiguration { %s { return null; } }
                        """.formatted(method));
    }
}
