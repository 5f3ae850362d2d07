package org.talenthub.operations.doctor;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.talenthub.common.WrongSetting;

/**
 * Before an engine is started, a table migrated or a file written: looks through the settings and refuses to start on what can only go
 * wrong. An Elasticsearch that is merely away is told of and waited for, as at any other time.
 */
final class Preflight implements EnvironmentPostProcessor, Ordered {

    /** After all that reads configuration, before the engines start. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("hub.command", "").equals(Examination.COMMAND)) {
            return;
        }
        List<Finding> findings = Examination.of(environment).findings();
        List<Finding> fatal = findings.stream().filter(Finding::fatal).toList();
        if (!fatal.isEmpty()) {
            throw new WrongSetting(fatal.stream().map(Finding::fault).toList());
        }
        findings.stream()
                .filter(f -> f.level() != Finding.Level.OK)
                .forEach(f -> System.out.println("[hub] " + f.chinese() + " · " + f.english()));
    }
}
