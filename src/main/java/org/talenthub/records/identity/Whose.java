package org.talenthub.records.identity;

import org.talenthub.records.Reporter;

/** Of what a reporter is told: a carrier of what itself reported, a department of the pool. */
public record Whose(String reporter) {

    public boolean pool() {
        return Reporter.isDepartment(reporter);
    }

    public boolean own(String other) {
        return pool() || reporter.equals(other);
    }
}
