package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.talenthub.HubTest;

/** Uploads by the site: each file is a batch of its own and no refusal is lost among the others. */
@HubTest
@Tag("database")
class UploadPagesTests {

    private static final MockMultipartFile BAD =
            new MockMultipartFile("file", "坏.pdf", "application/pdf", "%PDF-1.4 x".getBytes(StandardCharsets.UTF_8));

    @Autowired
    MockMvcTester mvc;

    @Test
    void severalFilesInOneFormEachGetALine() throws Exception {
        MvcTestResult r = send(false, sheet("上传一"), BAD, sheet("上传二"));
        assertThat(r).hasStatus(200);
        String html = r.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(html.split("<li class=\"result", -1)).hasSize(4);
        assertThat(html).contains("上传一.csv", "坏.pdf", "上传二.csv", "role=\"alert\"", "/line");
    }

    @Test
    void oneFileEndsOnItsBatchOneRefusedOnTheForm() throws Exception {
        MvcTestResult good = send(false, sheet("上传三"));
        assertThat(good).hasStatus(302);
        String batch = good.getResponse().getRedirectedUrl();
        assertThat(batch).startsWith("/imports/");
        MvcTestResult line = mvc.get().uri(batch + "/line").with(as(PROVINCE)).exchange();
        assertThat(line).hasStatus(200);
        assertThat(line.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("上传三.csv");
        MvcTestResult bad = send(false, BAD);
        assertThat(bad.getResponse().getStatus()).isBetween(400, 499);
        assertThat(bad.getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("“坏.pdf”没有被接收");
    }

    @Test
    void theScriptGetsTheLineAlone() throws Exception {
        String good = send(true, sheet("上传四")).getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(good.strip()).startsWith("<li class=\"result").doesNotContain("<html");
        MvcTestResult bad = send(true, BAD);
        assertThat(bad.getResponse().getStatus()).isBetween(400, 499);
        assertThat(bad.getResponse().getContentAsString(StandardCharsets.UTF_8).strip())
                .startsWith("<li class=\"result bad\"")
                .contains("坏.pdf");
    }

    private MvcTestResult send(boolean part, MockMultipartFile... files) {
        var request = mvc.post()
                .uri("/imports")
                .multipart()
                .param("feed", "enterprise")
                .with(as(PROVINCE))
                .with(csrf());
        for (MockMultipartFile f : files) {
            request.file(f);
        }
        if (part) {
            request.header("HX-Request", "true");
        }
        return request.exchange();
    }

    private static MockMultipartFile sheet(String name) {
        String csv = "企业名称,统一社会信用代码,所属产业,行政区划\n示例" + name + "有限公司,91420100MA00000000,光电子信息,武汉市\n";
        return new MockMultipartFile("file", name + ".csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
