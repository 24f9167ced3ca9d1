/** Small programs that people run around the project. */
package ganengine.tools;
