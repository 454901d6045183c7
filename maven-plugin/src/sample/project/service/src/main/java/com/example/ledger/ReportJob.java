package com.example.ledger;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** Writes the nightly report beside everything else. */
@Component
class ReportJob {
    private final TaskExecutor executor;

    ReportJob(@Qualifier("taskExecutor") TaskExecutor executor) {
        this.executor = executor;
    }

    void start(Runnable report) {
        executor.execute(report);
    }
}
