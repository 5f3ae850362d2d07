package org.talenthub;

import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Has the {@link DemoHome} made beside the first tests of a run in which others, tagged {@code demo}, will want it. */
public final class DemoAhead implements TestExecutionListener {

    private static final TestTag DEMO = TestTag.create("demo");

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (plan.countTestIdentifiers(t -> t.isTest() && t.getTags().contains(DEMO)) > 0) {
            DemoHome.begin();
        }
    }
}
