package org.talenthub.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talenthub.security.Viewer;

/** The OpenAPI document: all of it at {@code /v3/api-docs}, by group at {@code /v3/api-docs/<group>}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static {
        // Who is calling is known from the password, it is no parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                // where this description is, whatever host it was asked of
                .servers(List.of(new Server().url("/")))
                .info(new Info()
                        .title("湖北人才枢纽 API · Hubei talent hub API")
                        .version("v1")
                        .description("""
                                检索人才库、急需紧缺人才需求、企业与载体；批量上报。除公开内容外用 HTTP Basic 验证身份，能看到什么由账号的角色决定；\
                                不认识的 Authorization 一律 401，密码错误过多 429（等待的秒数见 Retry-After）。页码从 0 起，size 最多 100。\
                                请求正文最多 1 MB（未登录 64 KB），只有 `POST /api/v1/imports` 收文件。\
                                `q` 最多 2,000 字：普通词句里的条件会被认出（`understood`），`plain=true` 不认，`meaning=off` 不找意思相近的；\
                                十二个词以上或一大段文字按描述理解（`named`）；`total` 和 `facets` 只算写着这些词的，意思相近的另计（`nearTotal`，条目带 `near`）；\
                                `facets=region,industry` 只统计这几组，`facets=none` 一组也不统计，不写则全部统计。\
                                不认识的参数、写错的值、不存在的日期一律 400。\
                                错误一律是 RFC 9457 `application/problem+json`：`code` 供程序判断，`detail` 说明怎么办，`errors` 逐项列出。

                                Search the talent pool, the demands, enterprises and carriers; report in batches. Everything but the public part needs \
                                HTTP Basic, and the account's role decides what is seen; an Authorization that is not known is 401, too many wrong passwords are 429 \
                                (Retry-After says how long). Pages count from 0, size is 100 at the most. Bodies have 1 MB at the most (64 KB before signing in), \
                                files are taken by `POST /api/v1/imports` only. `q` has 2,000 characters: conditions in ordinary words are understood (`understood`; \
                                `plain=true`: none), a text of more than twelve words is read as a description (`named`); `total` and `facets` count what has the words, \
                                what only means something near is counted apart (`nearTotal`, items with `near`; `meaning=off`: none). `facets=region,industry` has these counted only, `facets=none` none. Unknown parameters, \
                                misspelt values and dates that do not exist are 400. Errors are RFC 9457 `application/problem+json`: `code` for \
                                programs, `detail` says what to do, `errors` lists the fields."""))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("账号与密码 · username and password")))
                // Also an empty one: the public part needs none.
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement());
    }

    @Bean
    GroupedOpenApi poolApi() {
        return GroupedOpenApi.builder()
                .group("pool")
                .displayName("检索 · Pool")
                .pathsToMatch("/api/v1/**")
                .pathsToExclude("/api/v1/imports/**", "/api/v1/feeds/**", "/api/v1/admin/**")
                .build();
    }

    @Bean
    GroupedOpenApi importsApi() {
        return GroupedOpenApi.builder()
                .group("imports")
                .displayName("上报 · Imports")
                .pathsToMatch("/api/v1/imports/**", "/api/v1/feeds/**")
                .build();
    }

    @Bean
    GroupedOpenApi adminApi() {
        return GroupedOpenApi.builder()
                .group("admin")
                .displayName("运维 · Operations")
                .pathsToMatch("/api/v1/admin/**")
                .build();
    }
}
