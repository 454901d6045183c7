package com.example.ledger;

import org.springframework.boot.task.TaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;

/** The pool that postings are written with, apart from that of the web server. */
@Configuration
@EnableAsync
class AsyncConfig {
    @Bean
    TaskExecutor postings(TaskExecutorBuilder builder) {
        return builder.corePoolSize(4).maxPoolSize(16).queueCapacity(200).threadNamePrefix("posting-").build();
    }
}
