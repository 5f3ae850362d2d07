package org.talenthub.importing.jobs;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.talenthub.importing.batch.ImportBatch;

/** How Spring Batch is used: jobs of two steps whose runs are forgotten as they end. */
@Component
class BatchSteps {

    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactions;

    BatchSteps(JobRepository repository, JobOperator operator, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.operator = operator;
        this.transactions = transactions;
    }

    /** @throws ImportFailure what stopped it */
    void run(String action, ImportBatch batch, Step first, Step then) throws Exception {
        Job job = new JobBuilder("import-" + action, repository)
                .start(first)
                .next(then)
                .build();
        JobExecution execution = operator.start(
                job,
                new JobParametersBuilder()
                        .addLong("batch", batch.id)
                        .addString("attempt", batch.attempts + "@" + System.currentTimeMillis())
                        .toJobParameters());
        List<Throwable> failures = execution.getAllFailureExceptions();
        repository.deleteJobInstance(execution.getJobInstance());
        if (!failures.isEmpty()) {
            throw new ImportFailure(failures);
        }
    }

    /** Forgets the runs that a killed hub left; those that end are forgotten as they do. */
    void sweep() {
        LocalDateTime yesterday = LocalDateTime.now(ZoneId.systemDefault()).minusDays(1);
        for (String action : List.of("read", "commit", "revert")) {
            for (JobInstance run : repository.findJobInstances("import-" + action)) {
                if (repository.getJobExecutions(run).stream()
                        .allMatch(e -> e.getCreateTime().isBefore(yesterday))) {
                    repository.deleteJobInstance(run);
                }
            }
        }
    }

    /** Reads items and writes them by the chunk, each in one transaction. */
    <T> Step chunks(String name, int size, ItemReader<T> reader, ItemWriter<T> writer) {
        return new StepBuilder(name, repository)
                .<T, T>chunk(size)
                .transactionManager(transactions)
                .reader(reader)
                .writer(writer)
                .build();
    }

    /** @param transactional each call in one transaction; the waiting step holds none */
    Step step(String name, Work work, boolean transactional) {
        Tasklet tasklet = (contribution, context) -> work.go();
        DefaultTransactionAttribute attribute = new DefaultTransactionAttribute(
                transactional ? TransactionAttribute.PROPAGATION_REQUIRED : Propagation.NOT_SUPPORTED.value());
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .transactionAttribute(attribute)
                .build();
    }

    /** One piece of work of a step. */
    interface Work {
        @Nullable
        RepeatStatus go();
    }

    /** What stopped a job; the first failure is the cause. */
    static final class ImportFailure extends IOException {
        private static final long serialVersionUID = 1L;

        ImportFailure(List<Throwable> failures) {
            super(failures.getFirst());
        }
    }
}
