/* Runs a command and reports what it cost.
 *
 *     measure REPORT COMMAND [ARGUMENT …]
 *
 * Writes "SECONDS PEAK_RSS_KIB EXIT_STATUS" to the file REPORT. It exists because Linux
 * counts the memory of the process that forked towards the peak of the one it became: a child
 * of Python never seems smaller than Python. This one is as small as a process gets.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fputs("usage: measure REPORT COMMAND [ARGUMENT ...]\n", stderr);
        return 2;
    }
    double start = now();
    pid_t child = fork();
    if (child < 0) {
        perror("measure: fork");
        return 3;
    }
    if (child == 0) {
        execv(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child) {
        perror("measure: wait4");
        return 3;
    }
    double seconds = now() - start;
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);

    FILE *report = fopen(argv[1], "w");
    if (!report || fprintf(report, "%.6f %ld %d\n", seconds, usage.ru_maxrss, code) < 0 ||
        fclose(report) != 0) {
        perror(argv[1]);
        return 3;
    }
    return 0;
}
