package org.talenthub.common.work;

import org.springframework.context.SmartLifecycle;

/** A bean whose worker starts and stops with the hub. */
public interface Background extends SmartLifecycle {

    Worker worker();

    @Override
    default void start() {
        worker().start();
    }

    @Override
    default void stop() {
        worker().stop();
    }

    @Override
    default boolean isRunning() {
        return worker().running();
    }

    @Override
    default int getPhase() {
        return worker().stage().phase();
    }
}
