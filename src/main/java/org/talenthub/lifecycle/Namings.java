package org.talenthub.lifecycle;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.Applications;
import org.talenthub.lifecycle.model.CarrierKind;
import org.talenthub.lifecycle.model.Step;
import org.talenthub.lifecycle.model.Steps;

/** How carriers came to be named. */
@Component
public class Namings {

    private final Applications applications;
    private final Steps steps;

    Namings(Applications applications, Steps steps) {
        this.applications = applications;
        this.steps = steps;
    }

    /** An approval: public. */
    public record Naming(CarrierKind kind, String name, int year, String document, java.time.Instant at) {}

    /** What was approved, the newest first. */
    public List<Naming> all() {
        return applications.findAllByOrderByIdDesc().stream()
                .filter(a -> a.state() == State.APPROVED && a.approvedYear() != null && a.document() != null)
                .map(a -> new Naming(
                        a.kind(),
                        a.name(),
                        Objects.requireNonNull(a.approvedYear()),
                        Objects.requireNonNull(a.document()),
                        a.since()))
                .toList();
    }

    /** What happened before a carrier was named, oldest first; for those who may know of it. */
    public List<Step> steps(String kind, String name) {
        return applications.findAllByOrderByIdDesc().stream()
                .filter(a -> a.state() == State.APPROVED
                        && a.kind().name().equals(kind)
                        && a.name().equals(name))
                .flatMap(a -> steps.findByApplicationOrderById(a.id()).stream())
                .toList();
    }
}
