package org.talenthub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the hub has, as it is mapped. */
public final class Endpoints {

    private Endpoints() {}

    /**
     * @param path with its variables in braces, each word of a choice spelled out
     * @param handler the method behind it
     */
    public record Endpoint(String method, String path, HandlerMethod handler) {

        /** The address with this in the place of every variable. */
        public String of(String id) {
            return path.replaceAll("\\{[^}]+}", id).replace("**", "x");
        }

        /** An address that is one and names nothing. */
        public String ofNothing() {
            return of("0000000000000");
        }

        public boolean api() {
            return path.startsWith("/api/");
        }
    }

    public static List<Endpoint> of(RequestMappingHandlerMapping mapped) {
        Map<String, Endpoint> all = new TreeMap<>();
        mapped.getHandlerMethods().forEach((info, handler) -> {
            Set<String> methods = new TreeSet<>();
            info.getMethodsCondition().getMethods().forEach(m -> methods.add(m.name()));
            if (methods.isEmpty()) {
                methods.add(RequestMethod.GET.name());
            }
            info.getPatternValues().stream()
                    .flatMap(Endpoints::spelledOut)
                    .forEach(p -> methods.forEach(m -> all.put(p + " " + m, new Endpoint(m, p, handler))));
        });
        assertThat(all).isNotEmpty();
        return new ArrayList<>(all.values());
    }

    /** <code>/{kind:talents|demands}/{id}</code> stands for two addresses. */
    private static Stream<String> spelledOut(String pattern) {
        Matcher choice = Pattern.compile("\\{\\w+:([a-z|]+)}").matcher(pattern);
        return choice.find()
                ? Stream.of(choice.group(1).split("\\|"))
                        .flatMap(word -> spelledOut(
                                pattern.substring(0, choice.start()) + word + pattern.substring(choice.end())))
                : Stream.of(pattern);
    }
}
