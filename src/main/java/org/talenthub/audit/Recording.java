package org.talenthub.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.talenthub.security.Audit;
import org.talenthub.security.AuditEntry;
import org.talenthub.security.CurrentViewer;
import org.talenthub.security.Viewer;
import org.talenthub.security.matrix.AccessDecision;

/** Where answers pass on their way out: of the API before their body is written, of the site before their page is. */
@Configuration(proxyBeanMethods = false)
class Recording implements WebMvcConfigurer {

    private static final Pattern SETTINGS = Pattern.compile("(/api/v1)?/admin/(indices|reindex|reconcile).*");

    private final Reads reads;
    private final Audit audit;

    /** So that who asks in vain a thousand times is written down once a minute. */
    private final Cache<String, Boolean> refused = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    Recording(Reads reads, Audit audit) {
        this.reads = reads;
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Pages());
    }

    /** Tells of refusals, which are nothing to Spring Security otherwise. */
    @Bean
    static AuthorizationEventPublisher authorizationEvents(
            org.springframework.context.ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        Viewer viewer = CurrentViewer.of(event.getAuthentication().get());
        if (event.getSource() instanceof HttpServletRequest request
                && event.getAuthorizationResult() instanceof AccessDecision decision
                && decision.refusesWhatIsThere()) {
            refused(viewer, request);
        }
    }

    private void refused(Viewer viewer, HttpServletRequest request) {
        String what = request.getMethod() + " " + request.getRequestURI();
        if (!viewer.anonymous() && refused.asMap().putIfAbsent(viewer.account() + what, true) == null) {
            audit.write(
                    viewer,
                    AuditEntry.of(AuditEntry.Act.REFUSED, "refused").refused().saying(what));
        }
    }

    private final class Pages implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page != null && !String.valueOf(page.getViewName()).startsWith("redirect:")) {
                reads.note(request, response);
            }
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
            if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) == null) {
                return;
            }
            Viewer viewer =
                    CurrentViewer.of(org.springframework.security.core.context.SecurityContextHolder.getContext()
                            .getAuthentication());
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
                refused(viewer, request);
            } else if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                    && !"GET".equals(request.getMethod())
                    && SETTINGS.matcher(path).matches()) {
                audit.write(
                        viewer,
                        AuditEntry.of(AuditEntry.Act.CHANGE, "hub.index").saying(request.getMethod() + " " + path));
            }
        }
    }

    /** The API's answers. */
    @ControllerAdvice
    static final class Answers implements ResponseBodyAdvice<Object> {

        private final Reads reads;

        Answers(Reads reads) {
            this.reads = reads;
        }

        @Override
        public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
            return true;
        }

        @Override
        public @Nullable Object beforeBodyWrite(
                @Nullable Object body,
                MethodParameter method,
                MediaType type,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            if (request instanceof ServletServerHttpRequest asked
                    && response instanceof ServletServerHttpResponse answer) {
                reads.note(asked.getServletRequest(), answer.getServletResponse());
            }
            return body;
        }
    }
}
