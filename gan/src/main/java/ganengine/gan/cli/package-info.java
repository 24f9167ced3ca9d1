/** The command line: one class a command, and how errors, progress and signals are shown. */
package ganengine.gan.cli;
