package org.talenthub.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.web.Language;

@WebMvcTest(
        controllers = {ErrorAnswersTests.Troubles.class, ErrorPage.class},
        // what passes through is written down elsewhere
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.talenthub\\.audit\\..*"),
        // named, so that no engine is started for this
        properties = {"spring.datasource.url=none", "spring.elasticsearch.uris=none"})
@AutoConfigureMockMvc(addFilters = false)
@Import({ErrorAnswers.class, Language.class, ErrorAnswersTests.Troubles.class})
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class ErrorAnswersTests {

    @Autowired
    MockMvcTester mvc;

    record Wish(@NotBlank String name, int count) {}

    @RestController
    static class Troubles {
        @GetMapping("/api/t/problem")
        String problem() {
            throw new Problem(
                    422,
                    "file.password",
                    "文件有密码，去掉密码再上传。",
                    List.of(Issue.error("出生年月", "date.unreadable", "不是日期。", "上世纪")));
        }

        @GetMapping("/api/t/size")
        String size(@RequestParam int size, @RequestParam(required = false) @Max(100) Integer top) {
            return size + "/" + top;
        }

        @GetMapping("/api/t/by-id/{id}")
        String byId(@PathVariable long id) {
            return "" + id;
        }

        @PostMapping("/api/t/wish")
        Map<String, Object> wish(@Valid @RequestBody Wish wish) {
            return Map.of("name", wish.name());
        }

        @PostMapping("/api/t/upload")
        String upload(@RequestPart MultipartFile file) {
            return file.getName();
        }

        @GetMapping("/api/t/too-large")
        String tooLarge() {
            throw new MaxUploadSizeExceededException(1);
        }

        @GetMapping("/api/t/bug")
        String bug() {
            throw new IllegalStateException("the secret inside");
        }

        @GetMapping("/api/t/no-database")
        String noDatabase() {
            throw new CannotCreateTransactionException("away");
        }

        @GetMapping("/api/t/no-search")
        String noSearch() throws Exception {
            throw new RuntimeException(new java.io.IOException(new ConnectException("refused")));
        }
    }

    @Test
    void aProblemIsToldWhole() {
        MvcTestResult result = problem(mvc.get().uri("/api/t/problem"), 422, "file.password");
        assertThat(result).bodyJson().extractingPath("$.detail").isEqualTo("文件有密码，去掉密码再上传。");
        assertThat(result).bodyJson().extractingPath("$.title").isEqualTo("文件不能使用");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .isEqualTo(Map.of(
                        "column",
                        "出生年月",
                        "code",
                        "date.unreadable",
                        "level",
                        "ERROR",
                        "message",
                        "不是日期。",
                        "value",
                        "上世纪"));
    }

    @Test
    void badInputIsNeverOurFault() {
        problem(mvc.get().uri("/api/t/size"), 400, "parameter.missing");
        MvcTestResult wrong = problem(mvc.get().uri("/api/t/size?size=many"), 400, "parameter.invalid");
        assertThat(wrong).bodyJson().extractingPath("$.errors[0].column").isEqualTo("size");
        assertThat(wrong).bodyJson().extractingPath("$.errors[0].value").isEqualTo("many");
        problem(mvc.get().uri("/api/t/size?size=1&top=101"), 400, "request.invalid");
        problem(mvc.get().uri("/api/t/by-id/x"), 404, "not.found");
        problem(mvc.get().uri("/api/t/nothing"), 404, "not.found");
        assertThat(problem(mvc.delete().uri("/api/t/wish"), 405, "method.unsupported"))
                .hasHeader("Allow", "POST");
        problem(
                mvc.post()
                        .uri("/api/t/wish")
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<a/>"),
                415,
                "body.kind");
        problem(json("{"), 400, "body.unreadable");
        problem(json("{\"name\":\"x\",\"count\":\"many\"}"), 400, "body.unreadable");
        MvcTestResult blank = problem(json("{\"name\":\" \",\"count\":1}"), 400, "request.invalid");
        assertThat(blank).bodyJson().extractingPath("$.errors[0].column").isEqualTo("name");
        problem(json("{\"name\":\"x\",\"count\":1}").accept(MediaType.APPLICATION_XML), 406, "accept.unsupported");
        problem(mvc.post().uri("/api/t/upload"), 400, null);
        problem(mvc.post().uri("/api/t/upload").multipart(), 400, "parameter.missing");
        problem(mvc.get().uri("/api/t/too-large"), 413, "file.toolarge");
    }

    @Test
    void aBugGivesAReferenceThatIsInTheLogAndNothingElse(CapturedOutput output) {
        MvcTestResult result = problem(mvc.get().uri("/api/t/bug?q=13800000000"), 500, "internal");
        String body = new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body).doesNotContain("secret inside").doesNotContain("Exception");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.reference")
                .asString()
                .matches("[0-9A-Z]{13}")
                .satisfies(reference -> assertThat(output.getAll()).contains(reference, "the secret inside"));
        assertThat(output.getAll()).doesNotContain("13800000000");
    }

    @Test
    void anEngineThatIsAwayComesBack() {
        for (String path : new String[] {"/api/t/no-database", "/api/t/no-search"}) {
            assertThat(problem(mvc.get().uri(path), 503, "engine.away")).hasHeader("Retry-After", "10");
        }
    }

    @Test
    void textsAreChineseUnlessChosenOtherwise() {
        assertThat(mvc.get().uri("/api/t/nothing"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("没有找到");
        assertThat(mvc.get().uri("/api/t/nothing").header("Accept-Language", "en-GB, zh;q=0.3"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Not found");
        assertThat(mvc.get().uri("/api/t/nothing").header("Accept-Language", "zh-CN, en;q=0.3"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("没有找到");
        MvcTestResult english = mvc.get().uri("/api/t/size?size=1&lang=en").exchange();
        assertThat(english.getResponse().getHeader("Set-Cookie"))
                .startsWith("lang=en;")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(mvc.get().uri("/api/t/nothing").cookie(english.getResponse().getCookie("lang")))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Not found");
        assertThat(mvc.get().uri("/api/t/size?size=1&lang=%00<x>")).hasStatusOk();
        assertThat(mvc.get().uri("/api/t/size?size=1").cookie(new jakarta.servlet.http.Cookie("lang", "?!")))
                .hasStatusOk();
    }

    @Test
    void whatTheContainerRefusesIsToldTheSameWay() {
        problem(
                mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 400)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/demands"),
                400,
                "request.invalid");
        problem(
                mvc.get()
                        .uri("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new CannotCreateTransactionException("away"))
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/demands"),
                503,
                "engine.away");
    }

    private MockMvcTester.MockMvcRequestBuilder json(String body) {
        return mvc.post()
                .uri("/api/t/wish")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MvcTestResult problem(
            org.springframework.test.web.servlet.RequestBuilder request,
            int status,
            @org.jspecify.annotations.Nullable String code) {
        MvcTestResult result = mvc.perform(request);
        assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(result).bodyJson().extractingPath("$.detail").asString().containsPattern("[\\u4e00-\\u9fff]");
        if (code != null) {
            assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
        }
        return result;
    }
}
