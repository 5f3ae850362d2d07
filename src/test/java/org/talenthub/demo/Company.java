package org.talenthub.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.demo.Words.Industry;
import org.talenthub.demo.Words.Link;
import org.talenthub.demo.Words.Region;

/**
 * An employer of the demo.
 *
 * @param stem the name without its legal form (武汉示例激光), which its station carries too
 * @param county blank in divisions without counties
 * @param base the base whose area it lies in, if any
 * @param institute a university or institute instead of an enterprise
 */
record Company(
        String stem,
        String name,
        String code,
        Industry industry,
        Link link,
        Region region,
        String county,
        @Nullable String base,
        List<String> kinds,
        int staff,
        boolean institute) {

    String place() {
        return region.name() + county;
    }
}
