package org.talenthub;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** The hub with its engines in containers, for development: no demo data unless {@code --hub.demo=true} says so. */
final class DevelopmentHub {

    private DevelopmentHub() {}

    public static void main(String[] args) {
        List<String> options = new ArrayList<>(
                List.of("--hub.engines.external=mysql,elasticsearch", "--hub.home=target/development-hub"));
        options.addAll(List.of(args));
        SpringApplication.from(TalentHub::main).with(ContainerEngines.class).run(options.toArray(String[]::new));
    }
}
