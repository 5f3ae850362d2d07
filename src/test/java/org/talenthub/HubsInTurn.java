package org.talenthub;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Classes that share a hub run one after the other, since going from one hub to another costs seconds: {@link HubTest}, {@link PoolTest},
 * {@link FullTest}. Beside them run the others, the walks last, whose hub and browser stay until the end.
 */
public class HubsInTurn implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(HubsInTurn::turn));
    }

    private static int turn(ClassDescriptor tests) {
        if (tests.findRepeatableAnnotations(Tag.class).stream()
                .anyMatch(t -> t.value().equals("walk"))) {
            return 4;
        }
        Class<?> type = tests.getTestClass();
        return AnnotationSupport.isAnnotated(type, FullTest.class)
                ? 3
                : AnnotationSupport.isAnnotated(type, PoolTest.class)
                        ? 2
                        : AnnotationSupport.isAnnotated(type, HubTest.class) ? 1 : 0;
    }
}
